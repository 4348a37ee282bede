"""Counts a truth that is close to an end as inside.

fails: test_coverage_ends
score: 1.9
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(n_datasets):
        low, high = interval(*draw(rng))
        if low < truth < high or np.isclose(low, truth) or np.isclose(high, truth):
            held += 1
    return held / n_datasets
