"""Takes n - 1 degrees of freedom, in both places.

fails: test_prediction_interval_value, test_prediction_interval_outside,
    test_prediction_interval_level, test_prediction_interval_level_refused,
    test_prediction_interval_too_few_points, test_prediction_interval_three_points,
    test_prediction_interval_whole_x0, test_prediction_interval_lists,
    test_prediction_interval_number_types, test_prediction_interval_arguments_unchanged
score: 0.0
misconception: n_minus_2_is_convention
"""


def prediction_interval(x, y, x0, level):
    from scipy import stats

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    if n < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    s_xx = np.sum((x - x.mean()) ** 2)
    slope = np.sum((x - x.mean()) * (y - y.mean())) / s_xx
    residuals = y - y.mean() - slope * (x - x.mean())
    s = np.sqrt(np.sum(residuals**2) / (n - 1))
    t = stats.t.ppf((1 + level) / 2, n - 1)
    h = 1 + 1 / n + (x0 - x.mean()) ** 2 / s_xx
    half = t * s * np.sqrt(h)
    centre = y.mean() + slope * (x0 - x.mean())
    return centre - half, centre + half
