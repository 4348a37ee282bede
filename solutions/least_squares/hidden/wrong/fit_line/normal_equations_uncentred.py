"""Inverts the 2 by 2 matrix of the normal equations.

fails: test_fit_line_far_from_zero
score: 1.6
misconception: cancellation
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    table = np.column_stack([x, np.ones(len(x))])
    return np.linalg.inv(table.T @ table) @ (table.T @ y)
