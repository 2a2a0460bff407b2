from torch import nn


class ResidualNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(1, 32, 3, padding=1)
        self.relu1 = nn.ReLU()
        self.conv1 = nn.Conv2d(32, 32, 3, stride=2, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(32)
        self.relu2 = nn.ReLU()
        self.conv2 = nn.Conv2d(32, 32, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(32)
        self.skip = nn.Conv2d(32, 32, 1, stride=2)
        self.relu3 = nn.ReLU()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.flat = nn.Flatten()
        self.fc = nn.Linear(32, 10)

    def forward(self, x):  # B×1×28×28
        x = self.stem(x)  # B×32×28×28
        x = self.relu1(x)
        conv1 = self.conv1(x)  # B×32×14×14
        conv1 = self.bn1(conv1)
        conv1 = self.relu2(conv1)
        conv1 = self.conv2(conv1)
        conv1 = self.bn2(conv1)
        skip = self.skip(x)  # B×32×14×14
        x = conv1 + skip
        x = self.relu3(x)
        x = self.pool(x)  # B×32×1×1
        x = self.flat(x)  # B×32
        x = self.fc(x)  # B×10
        return x
