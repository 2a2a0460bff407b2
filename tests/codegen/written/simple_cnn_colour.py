from torch import nn


class SimpleCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 3, padding=1)
        self.relu1 = nn.ReLU()
        self.pool1 = nn.MaxPool2d(2)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.relu2 = nn.ReLU()
        self.pool2 = nn.MaxPool2d(2)
        self.flat = nn.Flatten()
        self.fc1 = nn.Linear(4096, 128)
        self.relu3 = nn.ReLU()
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):  # B×3×32×32
        x = self.conv1(x)  # B×32×32×32
        x = self.relu1(x)
        x = self.pool1(x)  # B×32×16×16
        x = self.conv2(x)  # B×64×16×16
        x = self.relu2(x)
        x = self.pool2(x)  # B×64×8×8
        x = self.flat(x)  # B×4096
        x = self.fc1(x)  # B×128
        x = self.relu3(x)
        x = self.fc2(x)  # B×10
        return x
