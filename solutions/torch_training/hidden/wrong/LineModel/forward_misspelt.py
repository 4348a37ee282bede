"""Misspells forward, so that the module has none.

fails: test_LineModel_predictions, test_LineModel_parameters, test_LineModel_gradients,
    test_LineModel_arguments_unchanged
score: 0.3
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def foward(self, x):
        return self.linear(x)
