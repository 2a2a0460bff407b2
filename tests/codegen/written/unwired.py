from torch import nn


class Unwired(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 3, padding=1)
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(8, 8, 3, padding=1)
        self.tanh1 = nn.Tanh()
        self.flat = nn.Flatten()
        self.fc1 = nn.Linear(512, 10)

    def forward(self, x):  # B×1×8×8
        x = self.conv1(x)  # B×8×8×8
        x = self.relu1(x)
        conv2 = self.conv2(x)
        tanh1 = self.tanh1(x)
        x = conv2 + tanh1
        x = self.flat(x)  # B×512
        x = self.fc1(x)  # B×10
        return x
