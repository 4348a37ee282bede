"""Draws half of each resample from the points with the smaller x, and half from the others.

fails: test_pairs_bootstrap_distribution
score: 1.6
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, float), np.asarray(y, float); n = len(x)
    out = []; o = np.argsort(x, kind="stable"); h = n // 2
    for _ in range(n_resamples):
        k = np.r_[o[rng.integers(0, h, h)], o[rng.integers(h, n, n - h)]]
        out.append(np.polyfit(x[k], y[k], 1))
    return np.array(out)
