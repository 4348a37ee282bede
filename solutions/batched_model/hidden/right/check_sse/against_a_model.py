"""Compares with an sse of its own, where it promises a number, and asks for the type too."""


def model_sse(y, fitted):
    return sum((float(a) - float(b)) ** 2 for a, b in zip(np.ravel(y), np.ravel(fitted), strict=True))


def check_sse(candidate):
    rng = np.random.default_rng(1)
    for n in (1, 2, 5, 40):
        y, f = 10 * rng.normal(size=(2, n))
        for a in (y, y[:, None]):
            for b in (f, f[:, None]):
                got = candidate(a, b)
                assert isinstance(got, float)
                assert np.isclose(got, candidate(y, f)) and abs(got - model_sse(y, f)) <= 1e-9 * model_sse(y, f)
    for n, m in ((5, 4), (4, 5), (5, 1), (1, 5), (40, 39)):
        for a in (np.ones(n), np.ones((n, 1))):
            for b in (np.zeros(m), np.zeros((m, 1))):
                try:
                    got = candidate(a, b)
                except ValueError as error:
                    assert not isinstance(error, UnicodeError)
                    continue
                assert False, got
