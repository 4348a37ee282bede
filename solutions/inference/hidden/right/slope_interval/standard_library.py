"""Loops over Python floats; only the quantile comes from SciPy."""


def slope_interval(x, y, level=0.95):
    import math

    from scipy.stats import t

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    xs, ys = [float(v) for v in x], [float(v) for v in y]
    n = len(xs)
    x_mean, y_mean = math.fsum(xs) / n, math.fsum(ys) / n
    s_xx = math.fsum((a - x_mean) ** 2 for a in xs)
    slope = math.fsum((a - x_mean) * (b - y_mean) for a, b in zip(xs, ys)) / s_xx
    sse = math.fsum((b - y_mean - slope * (a - x_mean)) ** 2 for a, b in zip(xs, ys))
    half = t.ppf(1 - (1 - level) / 2, n - 2) * math.sqrt(sse / (n - 2) / s_xx)
    return slope - half, slope + half
