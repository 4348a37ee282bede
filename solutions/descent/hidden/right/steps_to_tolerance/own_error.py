"""A ValueError of its own kind, singular values, and NumPy's integer."""


class NeverConverges(ValueError):
    pass


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    singular = np.linalg.svd(np.column_stack([x, np.ones(len(x))]), compute_uv=False)
    left = np.abs(1 - lr * 2 * singular**2 / len(x)).max()
    if lr <= 0 or left >= 1:
        raise NeverConverges(lr)
    if left < 1e-12:
        return np.int64(1)
    return np.ceil(np.log(tol) / np.log(left)).astype(np.int64)
