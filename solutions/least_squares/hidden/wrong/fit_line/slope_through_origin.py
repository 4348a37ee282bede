"""Finds the slope as if there were no intercept, and adds one afterwards.

fails: test_fit_line_value, test_fit_line_far_from_zero, test_fit_line_constant_x,
    test_fit_line_too_few_points, test_fit_line_two_points, test_fit_line_flat, test_fit_line_small_and_large,
    test_fit_line_lists, test_fit_line_number_types, test_fit_line_repeated_x,
    test_fit_line_arguments_unchanged
score: 0.0
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    slope = np.sum(x * y) / np.sum(x**2)
    return slope, y.mean() - slope * x.mean()
