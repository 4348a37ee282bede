"""Returns a named tuple; the checks raise an error class of its own."""

from typing import NamedTuple

from scipy import stats


class Interval(NamedTuple):
    low: float
    high: float


class Refused(ValueError):
    pass


def slope_interval(x, y, level=0.95):
    if len(x) < 3:
        raise Refused("too few points")
    if level <= 0 or level >= 1:
        raise Refused("no such level")
    x, y = (np.array(values, dtype=np.float64) for values in (x, y))
    found = stats.linregress(x, y)
    half = found.stderr * stats.t.ppf((1 + level) / 2, len(x) - 2)
    return Interval(found.slope - half, found.slope + half)
