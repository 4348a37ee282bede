"""Sets the start to 0, to make it the same every time.

fails: test_LineModel_start
score: 1.7
misconception: start_of_its_own
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)
        nn.init.zeros_(self.linear.weight)
        nn.init.zeros_(self.linear.bias)

    def forward(self, x):
        return self.linear(x)
