"""Draws all rows at once and fits a table of resamples."""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    rows = rng.integers(len(x), size=(n_resamples, len(x)))
    xs, ys = x[rows], y[rows]
    xc = xs - xs.mean(axis=1, keepdims=True)
    slopes = np.sum(xc * ys, axis=1) / np.sum(xc**2, axis=1)
    return np.column_stack([slopes, ys.mean(axis=1) - slopes * xs.mean(axis=1)])
