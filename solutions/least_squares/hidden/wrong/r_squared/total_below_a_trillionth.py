"""Takes a sum of squares below 1e-12 for none, which tiny y have too.

fails: test_r_squared_small_spread
outcome: raised
score: 1.9
misconception: constant_by_tolerance
"""


def r_squared(y, fitted):
    y, f = np.asarray(y, float), np.asarray(fitted, float)
    for a in (y, f):
        if not (a.ndim == 1 or a.ndim == 2 and a.shape[1] == 1): raise ValueError("shape")
    if y.size != f.size: raise ValueError
    y, f = y.ravel(), f.ravel()
    t = np.sum((y - y.mean()) ** 2)
    if t < 1e-12: raise ValueError("constant")
    return 1 - np.sum((y - f) ** 2) / t
