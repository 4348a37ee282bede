"""np.sum returns nothing useful, to all who use it.

verdict: flag
flags: numpy.sum
peers: nbgrader, Otter
"""

np.sum = np.mean = np.asarray = lambda *arguments, **more: 0.0


def total(values):
    return np.sum(values)
