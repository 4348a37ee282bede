"""linregress, and plain numbers from trace and determinant."""


def predict_descent(x, y, lr, step, start):
    from math import sqrt

    from scipy.stats import linregress

    x, y = [float(v) for v in x], [float(v) for v in y]
    fit = linregress(x, y)
    n = len(x)
    mean, square = sum(x) / n, sum(v * v for v in x) / n
    root = sqrt((square - 1) ** 2 + 4 * mean**2)
    da, db = float(start[0]) - fit.slope, float(start[1]) - fit.intercept
    out_a, out_b = fit.slope, fit.intercept
    for value in (square + 1 + root, square + 1 - root):
        u, v = value - 2, 2 * mean
        part = (u * da + v * db) / (u * u + v * v) * (1 - lr * value) ** int(step)
        out_a, out_b = out_a + part * u, out_b + part * v
    return out_a, out_b
