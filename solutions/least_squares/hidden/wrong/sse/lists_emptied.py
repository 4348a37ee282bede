"""Takes the values of a list off its end, one pair after the other, and leaves the caller two empty lists.

fails: test_sse_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def sse(y, fitted):
    if np.ndim(y) not in (1, 2) or np.ndim(fitted) not in (1, 2):
        raise ValueError("expected a vector or a column")
    if any(np.ndim(v) == 2 and np.shape(v)[1] != 1 for v in (y, fitted)):
        raise ValueError("expected a vector or a column")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    if isinstance(y, np.ndarray):
        y = y.astype(float).ravel().tolist()
    if isinstance(fitted, np.ndarray):
        fitted = fitted.astype(float).ravel().tolist()
    total = 0.0
    while y:
        total += np.sum(np.subtract(y.pop(), fitted.pop()) ** 2)
    return total
