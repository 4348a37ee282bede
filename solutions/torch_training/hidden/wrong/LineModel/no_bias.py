"""Leaves out the intercept.

fails: test_LineModel_predictions, test_LineModel_parameters, test_LineModel_start,
    test_LineModel_gradients=raised, test_LineModel_arguments_unchanged
score: 0.0
misconception: no_intercept
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1, bias=False)

    def forward(self, x):
        return self.linear(x)
