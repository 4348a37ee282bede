"""The quantile from the inverse of the incomplete beta function."""


def slope_interval(x, y, level=0.95):
    from scipy.special import betaincinv

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    freedom = len(x) - 2
    ratio = betaincinv(freedom / 2, 0.5, 1 - level)
    factor = np.sqrt(freedom * (1 - ratio) / ratio)
    weights = (x - x.mean()) / np.sum((x - x.mean()) ** 2)
    slope = weights @ y
    residuals = y - y.mean() - slope * (x - x.mean())
    error = np.sqrt(residuals @ residuals / freedom * (weights @ weights))
    return slope - factor * error, slope + factor * error
