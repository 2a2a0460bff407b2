from torch import nn


class MnistCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1, bias=False)
        self.pool1 = nn.MaxPool2d(2)
        self.bn1 = nn.BatchNorm2d(32)
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1, bias=False)
        self.pool2 = nn.MaxPool2d(2)
        self.bn2 = nn.BatchNorm2d(64)
        self.relu2 = nn.ReLU()
        self.conv3 = nn.Conv2d(64, 64, 3, bias=False)
        self.bn3 = nn.BatchNorm2d(64)
        self.relu3 = nn.ReLU()
        self.pool3 = nn.MaxPool2d(2)
        self.flat = nn.Flatten()
        self.fc = nn.Linear(256, 10)

    def forward(self, x):  # B×1×28×28
        x = self.conv1(x)  # B×32×28×28
        x = self.pool1(x)  # B×32×14×14
        x = self.bn1(x)
        x = self.relu1(x)
        x = self.conv2(x)  # B×64×14×14
        x = self.pool2(x)  # B×64×7×7
        x = self.bn2(x)
        x = self.relu2(x)
        x = self.conv3(x)  # B×64×5×5
        x = self.bn3(x)
        x = self.relu3(x)
        x = self.pool3(x)  # B×64×2×2
        x = self.flat(x)  # B×256
        x = self.fc(x)  # B×10
        return x
