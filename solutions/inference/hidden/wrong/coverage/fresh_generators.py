"""Hands a generator without a seed to every draw.

fails: test_coverage_seed
score: 1.7
misconception: global_random_state
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(n_datasets):
        x, y = draw(np.random.default_rng())
        low, high = interval(x, y)
        held += low <= truth <= high
    return held / n_datasets
