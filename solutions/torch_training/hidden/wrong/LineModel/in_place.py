"""Multiplies and adds in the tensor it was given.

fails: test_LineModel_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return x.mul_(self.linear.weight).add_(self.linear.bias)
