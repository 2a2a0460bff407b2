import torch
from torch import nn


class Wide(nn.Module):
    def __init__(self):
        super().__init__()
        self.a_branch_with_a_long_name_0 = nn.Conv2d(
            3, 8, (1, 3), stride=(1, 2), padding=(0, 1)
        )
        self.a_branch_with_a_long_name_1 = nn.Conv2d(
            3, 8, (1, 3), stride=(1, 2), padding=(0, 1)
        )
        self.a_branch_with_a_long_name_2 = nn.Conv2d(
            3, 8, (1, 3), stride=(1, 2), padding=(0, 1)
        )
        self.a_branch_with_a_long_name_3 = nn.Conv2d(
            3, 8, (1, 3), stride=(1, 2), padding=(0, 1)
        )
        self.a_branch_with_a_long_name_4 = nn.Conv2d(
            3, 8, (1, 3), stride=(1, 2), padding=(0, 1)
        )
        self.a_branch_with_a_long_name_5 = nn.Conv2d(
            3, 8, (1, 3), stride=(1, 2), padding=(0, 1)
        )
        self.a_branch_with_a_long_name_6 = nn.Conv2d(
            3, 8, (1, 3), stride=(1, 2), padding=(0, 1)
        )
        self.a_branch_with_a_long_name_7 = nn.Conv2d(
            3, 8, (1, 3), stride=(1, 2), padding=(0, 1)
        )
        self.a_branch_with_a_long_name_8 = nn.Conv2d(
            3, 8, (1, 3), stride=(1, 2), padding=(0, 1)
        )

    def forward(self, x):  # B×3×32×32
        a_branch_with_a_long_name_0 = self.a_branch_with_a_long_name_0(x)  # B×8×32×16
        a_branch_with_a_long_name_1 = self.a_branch_with_a_long_name_1(x)  # B×8×32×16
        a_branch_with_a_long_name_2 = self.a_branch_with_a_long_name_2(x)  # B×8×32×16
        a_branch_with_a_long_name_3 = self.a_branch_with_a_long_name_3(x)  # B×8×32×16
        a_branch_with_a_long_name_4 = self.a_branch_with_a_long_name_4(x)  # B×8×32×16
        a_branch_with_a_long_name_5 = self.a_branch_with_a_long_name_5(x)  # B×8×32×16
        a_branch_with_a_long_name_6 = self.a_branch_with_a_long_name_6(x)  # B×8×32×16
        a_branch_with_a_long_name_7 = self.a_branch_with_a_long_name_7(x)  # B×8×32×16
        a_branch_with_a_long_name_8 = self.a_branch_with_a_long_name_8(x)  # B×8×32×16
        # B×72×32×16
        joined = torch.cat(
            [
                a_branch_with_a_long_name_0,
                a_branch_with_a_long_name_1,
                a_branch_with_a_long_name_2,
                a_branch_with_a_long_name_3,
                a_branch_with_a_long_name_4,
                a_branch_with_a_long_name_5,
                a_branch_with_a_long_name_6,
                a_branch_with_a_long_name_7,
                a_branch_with_a_long_name_8,
            ],
            dim=1,
        )
        x = (
            a_branch_with_a_long_name_0
            + a_branch_with_a_long_name_1
            + a_branch_with_a_long_name_2
            + a_branch_with_a_long_name_3
            + a_branch_with_a_long_name_4
            + a_branch_with_a_long_name_5
            + a_branch_with_a_long_name_6
            + a_branch_with_a_long_name_7
            + a_branch_with_a_long_name_8
        )
        return joined, x
