"""np.polyfit with its covariance matrix."""


def slope_interval(x, y, level=0.95):
    from scipy.stats import t

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    coefficients, covariance = np.polyfit(np.array(x, dtype=float), np.array(y, dtype=float), 1, cov=True)
    half = t.isf((1 - level) / 2, len(x) - 2) * np.sqrt(covariance[0, 0])
    return [coefficients[0] - half, coefficients[0] + half]
