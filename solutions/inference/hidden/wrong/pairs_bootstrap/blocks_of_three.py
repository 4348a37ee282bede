"""Draws three neighbours at a time.

fails: test_pairs_bootstrap_distribution
score: 1.6
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, float), np.asarray(y, float); n = len(x)
    out = []
    for _ in range(n_resamples):
        st = rng.integers(n, size=-(-n // 3))
        k = (st[:, None] + np.arange(3)).ravel()[:n] % n
        out.append(np.polyfit(x[k], y[k], 1))
    return np.array(out)
