"""The steps of either direction, and the larger number."""


def steps_to_tolerance(x, lr, tol):
    import math

    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    factors = [abs(1 - lr * float(v)) for v in values]
    if lr <= 0 or max(factors) >= 1:
        raise ValueError("no number of steps is enough")


    def steps(factor):
        return 1 if factor == 0 else max(1, math.ceil(math.log(tol) / math.log(factor)))


    return max(steps(f) for f in factors)
