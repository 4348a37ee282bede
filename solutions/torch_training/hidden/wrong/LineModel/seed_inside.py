"""Sets the seed of the post in the model, so that every model starts alike."""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(1)
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x)
