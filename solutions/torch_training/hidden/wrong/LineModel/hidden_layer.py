"""Builds a network with a hidden layer, because a line can't be all there is to it.

fails: test_LineModel_predictions, test_LineModel_parameters, test_LineModel_start,
    test_LineModel_gradients, test_LineModel_arguments_unchanged
score: 0.0
misconception: more_than_a_line
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(1, 8)
        self.linear = nn.Linear(8, 1)

    def forward(self, x):
        return self.linear(torch.relu(self.hidden(x)))
