"""Sets the seed of the post in the model, so that every model starts alike.

fails: test_LineModel_start
score: 1.7
misconception: start_of_its_own
"""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(1)
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x)
