"""Computes the predictions and forgets to return them.

fails: test_LineModel_predictions, test_LineModel_gradients, test_LineModel_arguments_unchanged
score: 0.8
misconception: nothing_returned
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        predictions = self.linear(x)  # noqa: F841
