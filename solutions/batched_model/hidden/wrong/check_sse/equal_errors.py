"""Misses every point by the same, so the square of the mean, n times, is right as well.

fails: test_check_sse_other_formula
score: 1.6
"""


def check_sse(candidate):
    y = np.array([3.0, -1.5, 8.25, 2.0, 40.0])
    f = y + 3.0
    want = 45.0
    for a in (y, y.reshape(-1, 1)):
        for b in (f, f.reshape(-1, 1)):
            got = candidate(a, b)
            assert isinstance(got, (float, np.floating)), "should be a float"
            assert np.isclose(got, want, rtol=1e-9, atol=0), "wrong sum"
    for a, b in ((y, f[:3]), (y[:3], f), (y, f[:1]), (y[:1], f)):
        for a in (a, a.reshape(-1, 1)):
            for b in (b, b.reshape(-1, 1)):
                try:
                    candidate(a, b)
                except ValueError:
                    pass
                else:
                    raise AssertionError("no ValueError")
