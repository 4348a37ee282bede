"""Writes slope and intercept as parameters of its own, without the layer that was asked for.

fails: test_LineModel_predictions, test_LineModel_parameters, test_LineModel_start,
    test_LineModel_gradients=raised, test_LineModel_arguments_unchanged
score: 0.0
misconception: other_layer_name
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(1, 1))
        self.bias = nn.Parameter(torch.randn(1))

    def forward(self, x):
        return x * self.weight + self.bias
