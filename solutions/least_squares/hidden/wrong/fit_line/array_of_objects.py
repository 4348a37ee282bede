"""Returns an array that holds Python objects.

fails: test_fit_line_value, test_fit_line_far_from_zero, test_fit_line_constant_x, test_fit_line_too_few_points,
    test_fit_line_two_points, test_fit_line_flat, test_fit_line_small_and_large, test_fit_line_lists,
    test_fit_line_number_types, test_fit_line_repeated_x, test_fit_line_arguments_unchanged
score: 0.0
"""


def fit_line(x, y):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two points that are not above one another")
    x_centred = x - x.mean()
    slope = np.sum(x_centred * (y - y.mean())) / np.sum(x_centred**2)
    return np.array([slope, y.mean() - slope * x.mean()], dtype=object)
