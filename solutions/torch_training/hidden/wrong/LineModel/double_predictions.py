"""Returns the predictions as float64, for more digits.

fails: test_LineModel_predictions, test_LineModel_arguments_unchanged
score: 1.2
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x).double()
