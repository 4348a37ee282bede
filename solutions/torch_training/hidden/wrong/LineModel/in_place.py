"""Multiplies and adds in the tensor it was given."""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return x.mul_(self.linear.weight).add_(self.linear.bias)
