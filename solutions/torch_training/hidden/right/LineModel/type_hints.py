"""With types, named arguments and a docstring."""


class LineModel(nn.Module):
    """A line."""

    def __init__(self) -> None:
        super().__init__()
        self.linear: nn.Linear = nn.Linear(in_features=1, out_features=1, bias=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.linear(x)
