"""Takes the interval of the mean apart and adds the noise."""


def prediction_interval(x, y, x0, level):
    from scipy import stats

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    low, high = mean_interval(x, y, x0, level)
    factor = stats.t.ppf((1 + level) / 2, len(x) - 2)
    slope, intercept = np.polyfit(x, y, 1)
    s = np.sqrt(np.sum((y - slope * x - intercept) ** 2) / (len(x) - 2))
    half = np.hypot((high - low) / 2, factor * s)
    return (low + high) / 2 - half, (low + high) / 2 + half
