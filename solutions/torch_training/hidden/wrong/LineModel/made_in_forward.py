"""Makes a new layer at each call, so nothing that is learned stays."""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()

    def forward(self, x):
        return nn.Linear(1, 1)(x)
