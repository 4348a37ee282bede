"""scipy.optimize.curve_fit, which returns a covariance matrix."""


def slope_interval(x, y, level=0.95):
    from scipy.optimize import curve_fit
    from scipy.stats import t

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    best, covariance = curve_fit(lambda x, a, b: a * x + b, x, y, p0=np.polyfit(x, y, 1))
    half = t.ppf(1 - (1 - level) / 2, len(x) - 2) * covariance[0, 0] ** 0.5
    return best[0] - half, best[0] + half
