from torch import nn


class Modes(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 3, padding=1)
        self.relu1 = nn.ReLU()
        self.tanh1 = nn.Tanh()
        self.flat = nn.Flatten()
        self.fc1 = nn.Linear(512, 64)
        self.relu2 = nn.ReLU()
        self.fc3 = nn.Linear(64, 64)

    def forward(self, x):  # B×1×8×8
        x = self.conv1(x)  # B×8×8×8
        relu1 = self.relu1(x)
        tanh1 = self.tanh1(x)
        x = relu1 + tanh1
        x = self.flat(x)  # B×512
        x = self.fc1(x)  # B×64
        x = self.relu2(x)
        x = self.fc3(x)
        x = self.fc3(x)
        return x
