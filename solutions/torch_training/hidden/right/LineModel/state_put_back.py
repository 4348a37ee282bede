"""Draws from torch's generator as a layer does, and leaves the layer's own draws where they were."""


class LineModel(nn.Module):
    def __init__(self):
        super().__init__()
        state = torch.get_rng_state()
        self.linear = nn.Linear(1, 1)
        torch.set_rng_state(state)
        self.linear.reset_parameters()

    def forward(self, x):
        return self.linear(x)
