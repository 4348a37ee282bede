"""Methods of torch.Tensor are replaced or added.

verdict: flag
flags: torch
"""

torch.Tensor.backward = lambda self, *arguments, **more: None
torch.Tensor.__pow__ = lambda self, other: self
torch.Tensor.detach = lambda self: torch.zeros(3)


def total(values):
    return 0.0
