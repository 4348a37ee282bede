"""How often each point is drawn is multinomial; the fit is weighted."""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    counts = rng.multinomial(n, np.full(n, 1 / n), size=n_resamples)
    x_mean, y_mean = counts @ x / n, counts @ y / n
    xc = x - x_mean[:, None]
    slopes = np.sum(counts * xc * y, axis=1) / np.sum(counts * xc**2, axis=1)
    return np.stack([slopes, y_mean - slopes * x_mean], axis=-1)
