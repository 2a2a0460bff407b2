from torch import nn


class Twin(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(8, 16)
        self.mixed = nn.Bilinear(16, 16, 4)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.normal_(module.weight, std=0.02)
        nn.init.kaiming_uniform_(self.first.weight, a=0.2, nonlinearity="relu")
        nn.init.constant_(self.first.bias, val=0.1)

    def forward(self, left, right):  # B×8, B×8
        left = self.first(left)  # B×16
        right = self.first(right)  # B×16
        right = left * right
        mixed = self.mixed(left, right)  # B×4
        parts, parts_chunk_1 = right.chunk(2, dim=1)  # B×8
        x = parts - parts_chunk_1
        return mixed, x
