"""Errors as prediction minus observation, so no minus sign."""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    errors = slope * x + intercept - y
    n = len(x)
    return 2 / n * np.sum(errors * x), 2 / n * np.sum(errors)
