"""Sorts the row numbers: a resample has no order."""


def pairs_bootstrap(x, y, n_resamples, rng):
    """Sorted row numbers: a resample has no order."""
    from scipy.stats import linregress
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    rows = (np.sort(rng.integers(len(x), size=len(x))) for _ in range(n_resamples))
    return np.array([linregress(x[r], y[r])[:2] for r in rows], dtype=float).reshape(-1, 2)
