"""The stub, handed in as it was released.

fails: test_LineModel_predictions, test_LineModel_parameters, test_LineModel_start,
    test_LineModel_gradients, test_LineModel_arguments_unchanged
score: 0.0
outcome: raised
"""


class LineModel(nn.Module):
    def __init__(self):
        raise NotImplementedError()

    def forward(self, x):
        raise NotImplementedError()
