"""Sorts the row numbers: a resample has no order."""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    rows = (np.sort(rng.integers(len(x), size=len(x))) for _ in range(n_resamples))
    return np.array([np.polyfit(x[r], y[r], 1) for r in rows])
