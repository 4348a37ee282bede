"""Takes y whose last is the first one again for constant.

fails: test_r_squared_number_types
outcome: raised
score: 1.9
"""


def r_squared(y, fitted):
    y, fitted = np.asarray(y, float), np.asarray(fitted, float)
    for a in (y, fitted):
        if a.ndim not in (1, 2) or (a.ndim == 2 and a.shape[1] != 1):
            raise ValueError("wrong shape")
    y, fitted = y.ravel(), fitted.ravel()
    if y.size != fitted.size or y[0] == y[-1]:
        raise ValueError("different lengths, or y without spread")
    return float(1 - np.sum((y - fitted) ** 2) / np.sum((y - y.mean()) ** 2))
