"""A singular value decomposition of the centred column."""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    u, size, vt = np.linalg.svd((x - x.mean())[:, None], full_matrices=False)
    slope = (vt.T @ ((u.T @ (y - y.mean())) / size))[0]
    return slope, y.mean() - slope * x.mean()
