"""Two arrays, stacked as columns at the end."""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    a, b = np.zeros(steps + 1), np.zeros(steps + 1)
    a[0], b[0] = start
    for k in range(1, steps + 1):
        e = a[k - 1] * x + b[k - 1] - y
        a[k] = a[k - 1] - lr * 2 * (e @ x) / len(x)
        b[k] = b[k - 1] - lr * 2 * e.sum() / len(x)
    return np.column_stack([a, b])
