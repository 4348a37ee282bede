"""Turns the lists it is given round, to draw from their ends.

fails: test_pairs_bootstrap_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    if isinstance(x, list):
        x.reverse()
        y.reverse()
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    lines = np.zeros((n_resamples, 2))
    for row in range(n_resamples):
        drawn = rng.integers(0, len(x), size=len(x))
        x_centred = x[drawn] - x[drawn].mean()
        slope = np.sum(x_centred * y[drawn]) / np.sum(x_centred**2)
        lines[row] = slope, y[drawn].mean() - slope * x[drawn].mean()
    return lines
