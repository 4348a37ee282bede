"""The post's class under another name."""


class LineModel(nn.Module):
  def __init__(self):
    super(LineModel, self).__init__()
    self.linear = nn.Linear(1, 1)

  def forward(self, x):
    pred = self.linear(x)
    return pred
