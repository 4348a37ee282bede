"""Returns a named tuple."""

from typing import NamedTuple


class Line(NamedTuple):
    slope: float
    intercept: float


def fit_line(x, y):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    if x.size < 2 or not np.ptp(x):
        raise ValueError(f"no line through {x}")
    x_mean = x.mean()
    x -= x_mean
    slope = x @ y / (x @ x)
    return Line(slope, y.mean() - slope * x_mean)
