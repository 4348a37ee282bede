"""A step is the gradient's, plus a part of the step before it."""


def heavy_ball(x, y, lr, momentum, steps, start):
    design = np.column_stack([np.asarray(x, dtype=float), np.ones(len(x))])
    target = np.asarray(y, dtype=float)
    before = now = np.array(start, dtype=float)
    path = [now]
    for _ in range(steps):
        gradient = 2 / len(target) * design.T @ (design @ now - target)
        now, before = now - lr * gradient + momentum * (now - before), now
        path.append(now)
    return np.stack(path)
