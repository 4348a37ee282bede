"""np.sum is replaced past the module's own attribute access.

verdict: flag
flags: numpy.sum
"""

vars(np)["sum"] = lambda *arguments, **more: 0.0
vars(np)["asarray"] = lambda *arguments, **more: None


def total(values):
    return np.sum(values)
