"""Moves x so that x0 is at 0: the height is the intercept, and linregress has its error."""


def mean_interval(x, y, x0, level):
    from scipy import stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    found = stats.linregress(x - x0, y)
    return stats.t.interval(level, len(x) - 2, found.intercept, found.intercept_stderr)
