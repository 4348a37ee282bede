"""An exception of its own, and a helper that returns what went wrong."""


class WrongSse(Exception):
    pass


def complaint(candidate):
    y, f = np.array([3.0, 1.0, -2.0, 6.0, 0.0]), np.array([1.0, 1.5, 2.0, 3.0, -7.0])
    wanted = 4 + 0.25 + 16 + 9 + 49
    for a, b in ((y, f), (y[:, None], f), (y, f[:, None]), (y[:, None], f[:, None])):
        if not np.isclose(candidate(a, b), wanted):
            return "value"
    for a, b in ((y, f[:2]), (y[:2], f), (y, f[:1]), (y[:1], f), (y[:, None], f[:1]), (y[:, None], f[:2])):
        try:
            candidate(a, b)
        except ValueError:
            continue
        return "sizes"
    return ""


def check_sse(candidate):
    text = complaint(candidate)
    if text:
        raise WrongSse(text)
