"""Uses every point equally often over all resamples, so a single one is the data.

fails: test_pairs_bootstrap_one_resample
score: 1.9
misconception: without_replacement
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, float), np.asarray(y, float); n = len(x)
    idx = rng.permutation(np.tile(np.arange(n), n_resamples)).reshape(n_resamples, n)
    return np.array([np.polyfit(x[k], y[k], 1) for k in idx])
