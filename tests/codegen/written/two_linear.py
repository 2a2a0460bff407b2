from torch import nn


class MyModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(10, 20)
        self.act1 = nn.ReLU()
        self.fc2 = nn.Linear(20, 10)

    def forward(self, x):  # B×10
        x = self.fc1(x)  # B×20
        x = self.act1(x)
        x = self.fc2(x)  # B×10
        return x
