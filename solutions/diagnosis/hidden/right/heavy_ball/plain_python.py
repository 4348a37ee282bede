"""Loops over the points, without NumPy."""


def heavy_ball(x, y, lr, momentum, steps, start):
    points = [(float(u), float(v)) for u, v in zip(x, y)]
    lr, momentum, n = float(lr), float(momentum), len(points)
    a, b = float(start[0]), float(start[1])
    v_a = v_b = 0.0
    path = [(a, b)]
    for _ in range(int(steps)):
        g_a = sum(2 * u * (a * u + b - v) for u, v in points) / n
        g_b = sum(2 * (a * u + b - v) for u, v in points) / n
        v_a, v_b = momentum * v_a + g_a, momentum * v_b + g_b
        a, b = a - lr * v_a, b - lr * v_b
        path.append((a, b))
    return path
