"""itertools.accumulate over a state of line and velocity; a list of lists."""

from itertools import accumulate
def heavy_ball(x, y, lr, momentum, steps, start):
    xs, ys = [float(v) for v in x], [float(v) for v in y]
    n = len(xs)
    def step(state, _):
        (a, b), (u, v) = state
        r = [a * p + b - q for p, q in zip(xs, ys)]
        u = momentum * u + 2 * sum(e * p for e, p in zip(r, xs)) / n
        v = momentum * v + 2 * sum(r) / n
        return (a - lr * u, b - lr * v), (u, v)
    states = accumulate(range(steps), step, initial=((float(start[0]), float(start[1])), (0.0, 0.0)))
    return [list(line) for line, _ in states]
