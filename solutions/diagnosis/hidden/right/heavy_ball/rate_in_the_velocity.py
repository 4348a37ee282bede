"""The learning rate is inside the velocity, as Keras has it."""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    a, b = float(start[0]), float(start[1])
    v_a = v_b = 0.0
    rows = [[a, b]]
    for _ in range(steps):
        r = y - a * x - b
        v_a = momentum * v_a + 2 * lr * np.mean(x * r)
        v_b = momentum * v_b + 2 * lr * np.mean(r)
        a, b = a + v_a, b + v_b
        rows.append([a, b])
    return rows
