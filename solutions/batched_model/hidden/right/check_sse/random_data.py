"""Random data, and a sum worked out in a loop."""


def check_sse(candidate):
    rng = np.random.default_rng()
    for n in (2, 3, 10):
        y, f = rng.normal(size=n), rng.normal(size=n)
        total = 0.0
        for one, other in zip(y, f):
            total += (one - other) ** 2
        for reply in (
            candidate(y, f), candidate(y.reshape(n, 1), f), candidate(y, f.reshape(n, 1)),
            candidate(y.reshape(n, 1), f.reshape(n, 1)),
        ):
            np.testing.assert_allclose(reply, total, rtol=1e-9)
        for m in (1, n - 1, n + 1, 2 * n):
            if m != n:
                for a, b in ((y, np.resize(f, m)), (np.resize(y, m), f), (y, np.resize(f, (m, 1)))):
                    try:
                        candidate(a, b)
                    except ValueError:
                        continue
                    raise RuntimeError("accepted")
