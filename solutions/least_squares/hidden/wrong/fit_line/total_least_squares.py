"""Minimises the distances at right angles to the line.

fails: test_fit_line_value, test_fit_line_far_from_zero, test_fit_line_constant_x,
    test_fit_line_too_few_points, test_fit_line_two_points, test_fit_line_flat, test_fit_line_small_and_large,
    test_fit_line_lists, test_fit_line_number_types, test_fit_line_repeated_x,
    test_fit_line_arguments_unchanged
score: 0.0
"""


def fit_line(x, y):
    x, y = np.asarray(x, float), np.asarray(y, float)
    if len(np.unique(x)) < 2: raise ValueError
    _, _, V = np.linalg.svd(np.c_[x - x.mean(), y - y.mean()], full_matrices=False)
    b = V[0, 1] / V[0, 0]; return b, y.mean() - b * x.mean()
