"""Writes the line out, with the layer's parameters."""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return x @ self.linear.weight.T + self.linear.bias
