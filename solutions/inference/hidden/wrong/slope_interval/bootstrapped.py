"""Resamples the pairs, because that needs no formula, and takes the percentiles of the slopes.

fails: test_slope_interval_value, test_slope_interval_level, test_slope_interval_default_level,
    test_slope_interval_level_refused, test_slope_interval_too_few_points,
    test_slope_interval_three_points, test_slope_interval_units, test_slope_interval_lists,
    test_slope_interval_number_types, test_slope_interval_arguments_unchanged
score: 0.0
misconception: bootstrap_assumes_nothing
"""


def slope_interval(x, y, level=0.95):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    if n < 3:
        raise ValueError("an interval needs three points")
    if not 0 < level < 1:
        raise ValueError("level must lie between 0 and 1")
    rng = np.random.default_rng(2026)
    slopes = []
    while len(slopes) < 400:
        rows = rng.integers(n, size=n)
        x_centred = x[rows] - x[rows].mean()
        if np.any(x_centred != 0):
            slopes.append(np.sum(x_centred * y[rows]) / np.sum(x_centred**2))
    low, high = np.quantile(slopes, [(1 - level) / 2, (1 + level) / 2])
    return low, high
