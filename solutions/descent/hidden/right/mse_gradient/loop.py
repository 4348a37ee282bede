"""A loop over the pairs, in plain Python."""


def mse_gradient(slope, intercept, x, y):
    d_slope = d_intercept = 0.0
    for xi, yi in zip(x, y):
        residual = float(yi) - float(slope) * float(xi) - float(intercept)
        d_slope -= 2 * float(xi) * residual / len(x)
        d_intercept -= 2 * residual / len(x)
    return d_slope, d_intercept
