"""Seeds each data set with its number, and leaves rng aside.

fails: test_coverage_seed, test_coverage_two_calls
score: 1.5
misconception: reseeded
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for i in range(n_datasets):
        x, y = draw(np.random.default_rng(i))
        low, high = interval(x, y)
        held += low <= truth <= high
    return held / n_datasets
