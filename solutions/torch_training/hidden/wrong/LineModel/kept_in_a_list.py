"""Keeps the layer in a plain list, which the register does not look into.

fails: test_LineModel_predictions, test_LineModel_parameters, test_LineModel_start,
    test_LineModel_gradients=raised, test_LineModel_arguments_unchanged
score: 0.0
misconception: not_registered
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(1, 1)]

    def forward(self, x):
        return self.layers[0](x)
