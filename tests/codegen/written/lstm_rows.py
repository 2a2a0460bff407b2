from torch import nn


class RowReader(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(28, 64, batch_first=True)
        self.fc = nn.Linear(64, 10)

    def forward(self, x):  # B×1×28×28
        x = x.squeeze(1)  # B×28×28
        x, _ = self.lstm(x)  # B×28×64
        x = x[:, -1]  # B×64
        x = self.fc(x)  # B×10
        return x
