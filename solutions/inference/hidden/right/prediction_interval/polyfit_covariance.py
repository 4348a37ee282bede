"""np.polyfit, its covariance, and a list."""


def prediction_interval(x, y, x0, level):
    from scipy.stats import t

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    best, covariance = np.polyfit(x - x.mean(), y, 1, cov=True)
    away = x0 - x.mean()
    variance = covariance[1, 1] + 2 * away * covariance[0, 1] + away**2 * covariance[0, 0]
    variance += np.sum((y - np.polyval(best, x - x.mean())) ** 2) / (len(x) - 2)
    half = t.isf((1 - level) / 2, len(x) - 2) * variance**0.5
    return [np.polyval(best, away) - half, np.polyval(best, away) + half]
