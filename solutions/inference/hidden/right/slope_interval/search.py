"""Looks for the two slopes at which the F ratio reaches its quantile."""


def slope_interval(x, y, level=0.95):
    from scipy import optimize, stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    xc, yc = x - x.mean(), y - y.mean()
    best = xc @ yc / (xc @ xc)
    least = np.sum((yc - best * xc) ** 2)
    limit = stats.f.ppf(level, 1, n - 2)


    def above(offset):
        return (np.sum((yc - (best + offset) * xc) ** 2) - least) / (least / (n - 2)) - limit


    far = np.sqrt(least / (xc @ xc)) * 1000
    right = optimize.brentq(above, 0, far, xtol=1e-300, rtol=1e-12)
    left = optimize.brentq(above, -far, 0, xtol=1e-300, rtol=1e-12)
    return best + left, best + right
