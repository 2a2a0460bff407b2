from torch import nn


class x_1_import_os(nn.Module):
    def __init__(self):
        super().__init__()
        self.class_ = nn.Flatten()
        self.import___os_system_x = nn.Linear(784, 128)
        self.fc1_x_exec = nn.ReLU()
        self.forward_2 = nn.Linear(128, 10)

    def forward(self, x):  # B×1×28×28
        x = self.class_(x)  # B×784
        x = self.import___os_system_x(x)  # B×128
        x = self.fc1_x_exec(x)
        x = self.forward_2(x)  # B×10
        return x
