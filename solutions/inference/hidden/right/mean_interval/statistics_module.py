"""Python's statistics for the line, and math.fsum for the rest."""


def mean_interval(x, y, x0, level):
    import statistics, math
    from scipy.stats import t
    if not 0 < level < 1: raise ValueError("level")
    xs, ys = [*map(float, x)], [*map(float, y)]
    if len(xs) < 3: raise ValueError("few")
    b, a = statistics.linear_regression(xs, ys)
    n = len(xs); mx = statistics.fmean(xs)
    s = math.sqrt(math.fsum((v - a - b * u) ** 2 for u, v in zip(xs, ys)) / (n - 2))
    h = t.ppf((1 + level) / 2, n - 2) * s * math.sqrt(1 / n + (x0 - mx) ** 2 / math.fsum((u - mx) ** 2 for u in xs))
    c = a + b * x0
    return (c - h, c + h)
