from torch import nn


class Starts(nn.Module):
    def __init__(self):
        super().__init__()
        self.bn = nn.BatchNorm2d(1, affine=False)
        self.bn2 = nn.BatchNorm2d(1)
        self.conv = nn.Conv2d(1, 32, 3, bias=False)
        self.conv2 = nn.Conv2d(32, 32, 3)
        self.flat = nn.Flatten()
        self.fc = nn.Linear(512, 128)
        for module in self.modules():
            if isinstance(module, nn.BatchNorm2d):
                if module.weight is not None:
                    nn.init.ones_(module.weight)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
            elif isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(
                    module.weight, mode="fan_out", nonlinearity="relu"
                )
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
            elif isinstance(module, nn.Linear):
                nn.init.trunc_normal_(module.weight, std=0.02, a=-0.04, b=0.04)

    def forward(self, x):  # B×1×8×8
        x = self.bn(x)
        x = self.bn2(x)
        x = self.conv(x)  # B×32×6×6
        x = self.conv2(x)  # B×32×4×4
        x = self.flat(x)  # B×512
        x = self.fc(x)  # B×128
        return x
