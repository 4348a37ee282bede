"""One example in four shapes, and sizes that differ."""


def check_sse(candidate):
    y = np.array([1.0, 2.0, 4.0, 8.0])
    f = np.array([3.0, 5.0, -1.0, 8.5])
    for a in (y, y[:, None]):
        for b in (f, f[:, None]):
            assert abs(candidate(a, b) - 38.25) < 1e-9
    for a, b in ((y, f[:-1]), (y[:-1], f), (y, f[:1]), (y[:1], f), (y, f[:2, None]), (y[:2, None], f)):
        try:
            candidate(a, b)
        except ValueError:
            pass
        else:
            raise AssertionError("sizes differ")
