import torch
from torch import nn


class Inception(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(1, 16, 3, padding=1)
        self.relu = nn.ReLU()
        self.branch1 = nn.Conv2d(16, 8, 1)
        self.branch3 = nn.Conv2d(16, 8, 3, padding=1)
        self.branch5 = nn.Conv2d(16, 8, 5, padding=2)
        self.pooled = nn.MaxPool2d(3, stride=1, padding=1)
        self.relu2 = nn.ReLU()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.flat = nn.Flatten()
        self.fc = nn.Linear(40, 10)

    def forward(self, x):  # B×1×28×28
        x = self.stem(x)  # B×16×28×28
        x = self.relu(x)
        branch1 = self.branch1(x)  # B×8×28×28
        branch3 = self.branch3(x)  # B×8×28×28
        branch5 = self.branch5(x)  # B×8×28×28
        pooled = self.pooled(x)
        x = torch.cat([branch1, branch3, branch5, pooled], dim=1)  # B×40×28×28
        x = self.relu2(x)
        x = self.pool(x)  # B×40×1×1
        x = self.flat(x)  # B×40
        x = self.fc(x)  # B×10
        return x
