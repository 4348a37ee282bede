"""Asks that it be positive."""


def check_sse(candidate):
    rng = np.random.default_rng(0)
    assert candidate(rng.normal(size=5), rng.normal(size=5)) > 0
