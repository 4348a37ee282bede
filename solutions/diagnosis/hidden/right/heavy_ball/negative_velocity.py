"""The velocity points downhill, and is added."""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    path = np.empty((steps + 1, 2), dtype=float)
    path[0] = start
    v = np.zeros(2)
    for k in range(1, steps + 1):
        r = y - np.polyval(path[k - 1], x)
        v = momentum * v + 2 * np.array([x @ r, r.sum()]) / len(x)
        path[k] = path[k - 1] + lr * v
    return path
