"""Compares with ==, with the sum in NumPy's order.

fails: test_check_sse_accepts_right_ones
score: 1.6
misconception: right_one_rejected
"""


def check_sse(candidate):
    y = np.array([3.0, -1.0, 4.0, 1.5])
    y, f = np.random.default_rng(3).normal(size=(2, 40))
    for a in (y, y.reshape(-1, 1)):
        for b in (f, f.reshape(-1, 1)):
            assert candidate(a, b) == np.sum((y - f) ** 2)
    sizes = ((y, f[:3]), (y[:3], f), (y, f[:1]), (y[:1], f))
    for a, b in [(s, t) for a, b in sizes for s in (a, a[:, None]) for t in (b, b[:, None])]:
        try:
            candidate(a, b)
        except ValueError:
            continue
        raise AssertionError("accepted")
