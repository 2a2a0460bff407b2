from torch import nn


class SimpleNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.flat = nn.Flatten()
        self.fc1 = nn.Linear(784, 128)
        self.act1 = nn.ReLU()
        self.fc2 = nn.Linear(128, 10)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.kaiming_uniform_(module.weight, nonlinearity="relu")

    def forward(self, x):  # B×1×28×28
        x = self.flat(x)  # B×784
        x = self.fc1(x)  # B×128
        x = self.act1(x)
        x = self.fc2(x)  # B×10
        return x
