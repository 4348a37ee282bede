"""Assigns the layer before the module is set up.

fails: test_LineModel_predictions, test_LineModel_parameters, test_LineModel_start,
    test_LineModel_gradients, test_LineModel_arguments_unchanged
score: 0.0
misconception: module_not_initialised
outcome: raised
"""


class LineModel(nn.Module):
    def __init__(self):
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x)
