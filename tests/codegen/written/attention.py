from torch import nn


class Attend(nn.Module):
    def __init__(self):
        super().__init__()
        self.attend = nn.MultiheadAttention(32, 4, batch_first=True)
        self.norm = nn.LayerNorm(32)
        self.encoder = nn.TransformerEncoderLayer(
            32,
            4,
            dim_feedforward=256,
            dropout=0.25,
            activation="gelu",
            batch_first=True,
            norm_first=True,
        )

    def forward(self, x):  # B×12×32
        attend, _ = self.attend(x, x, x)
        attend = self.norm(attend)
        x = attend + x
        x = self.encoder(x)
        x = x.mean(dim=1)  # B×32
        return x
