"""Its own AssertionError is caught by its own except.

fails: test_check_sse_sizes, test_check_sse_single_value, test_check_sse_kind_of_error
score: 1.6
misconception: sizes_missed
"""


def check_sse(candidate):
    y = np.array([3.0, -1.0, 4.0, 1.5])
    f = np.array([1.0, -1.5, 7.0, 2.25])
    for a in (y, y.reshape(-1, 1)):
        for b in (f, f.reshape(-1, 1)):
            assert np.isclose(candidate(a, b), 13.8125)
    sizes = ((y, f[:3]), (y[:3], f), (y, f[:1]), (y[:1], f))
    for a, b in [(s, t) for a, b in sizes for s in (a, a[:, None]) for t in (b, b[:, None])]:
        try:
            candidate(a, b)
            assert False, "accepted"
        except Exception:
            continue
