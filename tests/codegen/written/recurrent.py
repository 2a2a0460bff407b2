from torch import nn


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(
            28, 64, num_layers=2, batch_first=True, dropout=0.1, bidirectional=True
        )
        self.gru = nn.GRU(128, 32, batch_first=True)
        self.fc = nn.Linear(32, 10)
        for module in self.modules():
            if isinstance(module, nn.LSTM):
                for name, parameter in module.named_parameters():
                    if name.startswith("weight"):
                        nn.init.orthogonal_(parameter)
                    elif name.startswith("bias"):
                        nn.init.zeros_(parameter)
            elif isinstance(module, nn.GRU):
                for name, parameter in module.named_parameters():
                    if name.startswith("weight"):
                        nn.init.xavier_uniform_(parameter, gain=0.5)

    def forward(self, x):  # B×28×28
        x, _ = self.lstm(x)  # B×28×128
        _, gru_h_n = self.gru(x)  # 1×B×32
        gru_h_n = self.fc(gru_h_n)  # 1×B×10
        return gru_h_n
