"""The base classes of torch's modules and of IPython's shell are exchanged.

verdict: flag
flags: __bases__
"""

class Other(torch.nn.Module):
    def __call__(self, *arguments):
        return arguments[0]


for kind in (torch.nn.Linear, torch.optim.SGD, torch.nn.Sequential):
    try:
        kind.__bases__ = (Other,)
    except TypeError:
        pass


def total(values):
    return 0.0
