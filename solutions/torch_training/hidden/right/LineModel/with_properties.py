"""Offers slope and intercept as properties, and takes a flat x as well."""


class LineModel(nn.Module):
    def __init__(self):
        nn.Module.__init__(self)
        self.linear = nn.Linear(1, 1)

    @property
    def slope(self):
        return self.linear.weight.item()

    @property
    def intercept(self):
        return self.linear.bias.item()

    def forward(self, x):
        return self.linear(x.view(-1, 1))
