"""Halves an interval until the factor of the steepest direction is minus one."""


def max_learning_rate(x):
    x = np.asarray(x, dtype=float)
    h = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
    values = np.linalg.eigvalsh(h)
    low, high = 0.0, 1.0
    while np.all(np.abs(1 - high * values) <= 1):
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if np.all(np.abs(1 - middle * values) < 1) else (low, middle)
    return high
