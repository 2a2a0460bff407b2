from torch import nn


class SimpleCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.pool1 = nn.MaxPool2d(2)
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.pool2 = nn.MaxPool2d(2)
        self.relu2 = nn.ReLU()
        self.flat = nn.Flatten()
        self.fc1 = nn.Linear(3136, 128)
        self.relu3 = nn.ReLU()
        self.fc2 = nn.Linear(128, 10)
        for module in self.modules():
            if isinstance(module, (nn.Conv2d, nn.Linear)):
                nn.init.xavier_normal_(module.weight)
                nn.init.zeros_(module.bias)

    def forward(self, x):  # B×1×28×28
        x = self.conv1(x)  # B×32×28×28
        x = self.pool1(x)  # B×32×14×14
        x = self.relu1(x)
        x = self.conv2(x)  # B×64×14×14
        x = self.pool2(x)  # B×64×7×7
        x = self.relu2(x)
        x = self.flat(x)  # B×3136
        x = self.fc1(x)  # B×128
        x = self.relu3(x)
        x = self.fc2(x)  # B×10
        return x
