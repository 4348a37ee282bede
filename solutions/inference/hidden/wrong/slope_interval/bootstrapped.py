"""Takes the middle of two thousand resampled slopes.

fails: test_slope_interval_value, test_slope_interval_level, test_slope_interval_default_level,
    test_slope_interval_level_refused, test_slope_interval_too_few_points,
    test_slope_interval_three_points, test_slope_interval_units, test_slope_interval_lists,
    test_slope_interval_number_types, test_slope_interval_arguments_unchanged
score: 0.0
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    if n < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    rng = np.random.default_rng(0)
    slopes = []
    for _ in range(2000):
        rows = rng.integers(0, n, size=n)
        slopes.append(np.polyfit(x[rows], y[rows], 1)[0] if np.ptp(x[rows]) > 0 else 0.0)
    return tuple(np.quantile(slopes, [(1 - level) / 2, (1 + level) / 2]))
