from torch import nn


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 5)
        self.relu1 = nn.ReLU()
        self.pool1 = nn.MaxPool2d(2)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.relu2 = nn.ReLU()
        self.pool2 = nn.MaxPool2d(2)
        self.flat = nn.Flatten()
        self.fc1 = nn.Linear(400, 120)
        self.relu3 = nn.ReLU()
        self.fc2 = nn.Linear(120, 84)
        self.relu4 = nn.ReLU()
        self.fc3 = nn.Linear(84, 10)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(
                    module.weight, mode="fan_out", nonlinearity="relu"
                )
            elif isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)

    def forward(self, x):  # B×3×32×32
        x = self.conv1(x)  # B×6×28×28
        x = self.relu1(x)
        x = self.pool1(x)  # B×6×14×14
        x = self.conv2(x)  # B×16×10×10
        x = self.relu2(x)
        x = self.pool2(x)  # B×16×5×5
        x = self.flat(x)  # B×400
        x = self.fc1(x)  # B×120
        x = self.relu3(x)
        x = self.fc2(x)  # B×84
        x = self.relu4(x)
        x = self.fc3(x)  # B×10
        return x
