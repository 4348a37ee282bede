"""Makes a generator for each resample, seeded with its number, and leaves rng aside.

fails: test_pairs_bootstrap_one_resample, test_pairs_bootstrap_seed, test_pairs_bootstrap_two_calls
score: 1.6
misconception: reseeded
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = np.random.default_rng(i).integers(0, n, size=n)
        lines[i] = np.polyfit(x[rows], y[rows], 1)
    return lines
