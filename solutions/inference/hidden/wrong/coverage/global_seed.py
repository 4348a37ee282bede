"""Seeds the shared state from rng, and draws from that.

fails: test_coverage_global_state
score: 1.9
misconception: global_random_state
"""


def coverage(interval, draw, truth, n_datasets, rng):
    np.random.seed(rng.integers(2**32))
    held = 0
    for _ in range(n_datasets):
        x, y = draw(rng)
        low, high = interval(x, y)
        held += low <= truth <= high
    return held / n_datasets
