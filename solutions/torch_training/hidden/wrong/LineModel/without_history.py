"""Predicts without recording, so that no gradient comes back.

fails: test_LineModel_gradients
score: 1.6
misconception: history_cut_off
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        with torch.no_grad():
            return self.linear(x)
