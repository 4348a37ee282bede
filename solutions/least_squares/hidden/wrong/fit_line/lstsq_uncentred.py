"""Solves for slope and intercept with x as it is: far from 0 the two columns look alike, and lstsq
drops one.

fails: test_fit_line_far_from_zero
score: 1.6
misconception: cancellation
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    table = np.column_stack([x, np.ones(len(x))])
    return np.linalg.lstsq(table, y, rcond=None)[0]
