"""Returns None where there is no interval.

fails: test_slope_interval_level_refused, test_slope_interval_too_few_points
score: 1.5
misconception: refused_with_none
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 3 or not 0 < level < 1:
        return None
    x_centred = x - x.mean()
    s_xx = np.sum(x_centred**2)
    slope = np.sum(x_centred * (y - y.mean())) / s_xx
    residuals = y - y.mean() - slope * x_centred
    error = np.sqrt(np.sum(residuals**2) / (len(x) - 2) / s_xx)
    half = stats.t.ppf((1 + level) / 2, len(x) - 2) * error
    return slope - half, slope + half
