"""Loops over Python floats, with exact sums and two passes."""


def fit_line(x, y):
    from math import fsum

    n = len(x)
    if n < 2:
        raise ValueError("too few points")
    x, y = [float(value) for value in x], [float(value) for value in y]
    if min(x) == max(x):
        raise ValueError("constant x")
    mean_x, mean_y = fsum(x) / n, fsum(y) / n
    above = below = 0.0
    for a, b in zip(x, y, strict=True):
        above += (a - mean_x) * (b - mean_y)
        below += (a - mean_x) ** 2
    slope = above / below
    return np.array([slope, mean_y - slope * mean_x])
