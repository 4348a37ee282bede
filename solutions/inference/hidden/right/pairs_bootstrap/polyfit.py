"""rng.choice of row numbers, np.polyfit for each."""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    return np.array([np.polyfit(x[i], y[i], 1) for i in (rng.choice(len(x), len(x)) for _ in range(n_resamples))])
