"""scipy.stats.linregress."""


def fit_line(x, y):
    from scipy.stats import linregress

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2:
        raise ValueError("a line needs two points")
    result = linregress(x, y)
    return result.slope, result.intercept
