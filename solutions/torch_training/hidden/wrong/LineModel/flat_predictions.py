"""Returns the predictions without their column.

fails: test_LineModel_predictions, test_LineModel_gradients, test_LineModel_arguments_unchanged
score: 0.8
misconception: flat_predictions
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x).squeeze(1)
