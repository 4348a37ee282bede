"""Builds the layer itself, draws and all, where nn.Linear was asked for.

fails: test_LineModel_parameters
score: 1.5
"""


class OwnLinear(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(1, 1).uniform_(-1, 1))
        self.bias = nn.Parameter(torch.empty(1).uniform_(-1, 1))

    def forward(self, x):
        return x @ self.weight.T + self.bias


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = OwnLinear()

    def forward(self, x):
        return self.linear(x)
