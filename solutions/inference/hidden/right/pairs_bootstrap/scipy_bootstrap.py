"""scipy.stats.bootstrap, paired."""


def pairs_bootstrap(x, y, n_resamples, rng):
    from scipy import stats

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    def line(x, y):
        xc = x - np.mean(x)
        slope = xc @ y / (xc @ xc)
        return np.array([slope, np.mean(y) - slope * np.mean(x)])


    found = stats.bootstrap(
        (x, y), line, n_resamples=int(n_resamples), paired=True, vectorized=False, method="percentile", rng=rng
    )
    return found.bootstrap_distribution.T.reshape(-1, 2)
