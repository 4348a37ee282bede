"""Hands NumPy's shared state to every draw.

fails: test_coverage_seed, test_coverage_global_state
score: 1.6
misconception: global_random_state
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(n_datasets):
        x, y = draw(np.random)
        low, high = interval(x, y)
        held += low <= truth <= high
    return held / n_datasets
