"""Trace and determinant, and the larger root."""


def max_learning_rate(x):
    x = np.asarray(x, dtype=float)
    t, d = 2 * np.mean(x**2) + 2, 4 * np.var(x)
    return 2 / ((t + np.sqrt(t**2 - 4 * d)) / 2)
