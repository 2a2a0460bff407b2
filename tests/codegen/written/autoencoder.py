from torch import nn


class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.flat = nn.Flatten()
        self.encode = nn.Linear(784, 32)
        self.relu = nn.ReLU()
        self.decode = nn.Linear(32, 784)

    def forward(self, x):  # B×1×28×28
        x = self.flat(x)  # B×784
        x = self.encode(x)  # B×32
        x = self.relu(x)
        x = self.decode(x)  # B×784
        x = x.reshape(x.shape[0], 1, 28, 28)  # B×1×28×28
        return x
