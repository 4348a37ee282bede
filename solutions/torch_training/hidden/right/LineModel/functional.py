"""Calls the functional form of the layer."""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.add_module("linear", nn.Linear(1, 1))

    def forward(self, x):
        return nn.functional.linear(x, self.linear.weight, self.linear.bias)
