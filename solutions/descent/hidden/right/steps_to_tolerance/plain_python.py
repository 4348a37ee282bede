"""Plain Python, by trace and determinant."""


def steps_to_tolerance(x, lr, tol):
    from math import ceil, hypot, log

    x = [float(v) for v in x]
    n = len(x)
    a, b = sum(v * v for v in x) / n, sum(x) / n
    middle, half = a + 1, hypot(a - 1, 2 * b)
    if lr <= 0 or lr * (middle + half) >= 2:
        raise ValueError("the learning rate is not between 0 and the limit")
    slowest = max(abs(1 - lr * (middle - half)), abs(1 - lr * (middle + half)))
    return 1 if slowest == 0 else ceil(log(tol) / log(slowest))
