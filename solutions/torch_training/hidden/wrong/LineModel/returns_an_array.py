"""Returns the predictions as an array of NumPy's, ready to be drawn.

fails: test_LineModel_predictions, test_LineModel_gradients, test_LineModel_arguments_unchanged
score: 0.8
misconception: history_cut_off
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x).detach().numpy()
