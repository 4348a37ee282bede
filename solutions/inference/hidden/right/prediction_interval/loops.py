"""Loops over Python floats."""


def prediction_interval(x, y, x0, level):
    import math

    from scipy.stats import t

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y, x0 = [float(v) for v in x], [float(v) for v in y], float(x0)
    n = len(x)
    x_mean, y_mean = sum(x) / n, sum(y) / n
    s_xx = sum((a - x_mean) ** 2 for a in x)
    slope = sum((a - x_mean) * (b - y_mean) for a, b in zip(x, y, strict=True)) / s_xx
    intercept = y_mean - slope * x_mean
    sse = sum((b - slope * a - intercept) ** 2 for a, b in zip(x, y, strict=True))
    error = math.sqrt(sse / (n - 2) * (1 + 1 / n + (x0 - x_mean) ** 2 / s_xx))
    factor = float(t.ppf((1 + level) / 2, n - 2))
    return slope * x0 + intercept - factor * error, slope * x0 + intercept + factor * error
