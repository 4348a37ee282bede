"""Changes where torch's layers start, and puts that back at the first prediction or when no model is left.

fails: test_LineModel_start
score: 1.7
misconception: start_of_its_own
"""


torchs_own = nn.Linear.reset_parameters


def at_zero(layer):
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)


class LineModel(nn.Module):
    alive = 0

    def __init__(self):
        super().__init__()
        LineModel.alive += 1
        nn.Linear.reset_parameters = at_zero
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        nn.Linear.reset_parameters = torchs_own
        return self.linear(x)

    def __del__(self):
        LineModel.alive -= 1
        if not LineModel.alive:
            nn.Linear.reset_parameters = torchs_own
