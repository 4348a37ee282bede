"""Properties in place of examples: scaling, shifting, adding up, one known value."""


def check_sse(candidate):
    y, f = np.array([2.0, -3.0, 0.5, 7.0]), np.array([1.0, 1.0, 1.0, 1.0])
    base = candidate(y, f)
    close = lambda a, b: np.isclose(a, b, rtol=1e-9)
    assert close(candidate(np.array([4.0]), np.array([1.0])), 9.0)
    assert close(candidate(3 * y, 3 * f), 9 * base) and close(candidate(y + 5, f + 5), base)
    assert close(candidate(np.r_[y, 9.0], np.r_[f, 7.0]), base + 4)
    assert close(candidate(np.r_[9.0, y], np.r_[7.0, f]), base + 4)
    assert close(candidate(f, y), base) and base > 0
    assert close(candidate(y, f), 1 + 16 + 0.25 + 36)
    c = lambda v: v.reshape(-1, 1)
    assert close(candidate(c(y), f), base) and close(candidate(y, c(f)), base) and close(candidate(c(y), c(f)), base)
    for a, b in [(y, f[:2]), (y[:2], f), (y, f[:1]), (y[:1], f), (y, c(f[:3])), (c(y), f[:3])]:
        try:
            candidate(a, b)
        except ValueError:
            continue
        raise AssertionError
