"""Appends pairs, and returns a list of rows."""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    a, b = float(start[0]), float(start[1])
    path = [(a, b)]
    for _ in range(steps):
        r = y - a * x - b
        a, b = a + lr * 2 * np.mean(x * r), b + lr * 2 * np.mean(r)
        path.append((a, b))
    return path
