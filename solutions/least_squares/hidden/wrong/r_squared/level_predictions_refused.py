"""Refuses predictions that are all the same number, where only observations may be.

fails: test_r_squared_other_line
outcome: raised
score: 1.6
"""


def r_squared(y, fitted):
    y, f = np.asarray(y, float), np.asarray(fitted, float)
    for a in (y, f):
        if not (a.ndim == 1 or a.ndim == 2 and a.shape[1] == 1): raise ValueError("shape")
        if (a == a.ravel()[0]).all(): raise ValueError("constant")
    if y.size != f.size: raise ValueError
    y, f = y.ravel(), f.ravel()
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)
