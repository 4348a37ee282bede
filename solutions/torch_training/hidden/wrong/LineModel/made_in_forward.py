"""Makes a new layer at each call, so nothing that is learned stays.

fails: test_LineModel_predictions, test_LineModel_parameters, test_LineModel_start,
    test_LineModel_gradients=raised, test_LineModel_arguments_unchanged
score: 0.0
misconception: not_registered
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()

    def forward(self, x):
        return nn.Linear(1, 1)(x)
