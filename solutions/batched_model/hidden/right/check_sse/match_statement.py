"""A match statement judges kind and value at once."""


def check_sse(candidate) -> None:
    y, fitted = np.array([10.0, 12.5, 9.0, -3.0]), np.array([7.0, 14.0, 9.0, 1.0])
    for a in (y, y[:, None]):
        for b in (fitted, fitted[:, None]):
            match candidate(a, b):
                case float() | np.floating() as value if abs(value - 27.25) <= 1e-9 * 27.25:
                    pass
                case other:
                    raise AssertionError(f"{other!r} for shapes {a.shape} and {b.shape}, not 27.25")
            for c in (fitted[:3], fitted[:1], np.append(fitted, 2.0)):
                for c in (c, c[:, None]):
                    for pair in ((a, c), (c, a)):
                        try:
                            value = candidate(*pair)
                        except ValueError:
                            continue
                        raise AssertionError(f"{value!r} for different lengths")
