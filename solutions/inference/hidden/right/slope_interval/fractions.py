"""Exact sums in fractions, and floats only at the end."""


from fractions import Fraction as F
def slope_interval(x, y, level=0.95):
    import math
    from scipy.special import stdtrit
    if not level > 0 or not level < 1:
        raise ValueError("bad level")
    n = len(x)
    if n <= 2:
        raise ValueError("too few")
    X, Y = [F(float(a)) for a in x], [F(float(b)) for b in y]
    mx, my = sum(X) / n, sum(Y) / n
    sxx = sum((a - mx) ** 2 for a in X)
    b = sum((a - mx) * (c - my) for a, c in zip(X, Y)) / sxx
    sse = sum((c - my - b * (a - mx)) ** 2 for a, c in zip(X, Y))
    se = math.sqrt(sse / (n - 2) / sxx)
    t = stdtrit(n - 2, 0.5 + level / 2)
    return [float(b) - t * se, float(b) + t * se]
