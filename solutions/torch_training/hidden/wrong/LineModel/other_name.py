"""Calls the layer by another name than the contract does.

fails: test_LineModel_predictions, test_LineModel_parameters, test_LineModel_gradients=raised,
    test_LineModel_arguments_unchanged
score: 0.3
misconception: other_layer_name
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.line = nn.Linear(1, 1)

    def forward(self, x):
        return self.line(x)
