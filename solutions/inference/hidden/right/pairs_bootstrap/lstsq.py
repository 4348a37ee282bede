"""Least squares for each resample by lstsq, drawn again where x has no spread."""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    lines = []
    while len(lines) < n_resamples:
        rows = rng.integers(0, len(x), len(x))
        if np.all(x[rows] == x[rows][0]):
            continue
        table = np.column_stack([x[rows], np.ones(len(x))])
        lines.append(np.linalg.lstsq(table, y[rows], rcond=None)[0])
    return np.vstack(lines)
