"""One child generator for each resample."""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    lines = []
    for child in rng.spawn(int(n_resamples)):
        rows = (child.random(len(x)) * len(x)).astype(int)
        lines.append(np.polynomial.Polynomial.fit(x[rows], y[rows], 1).convert().coef[::-1])
    return np.array(lines)
