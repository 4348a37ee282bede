"""Writes the power of the matrix as a sum of the matrix and the identity."""


def predict_descent(x, y, lr, step, start):
    import math
    n = len(x); xs = [float(v) for v in x]; ys = [float(v) for v in y]
    mx, my = math.fsum(xs) / n, math.fsum(ys) / n
    sxx = math.fsum((a - mx) ** 2 for a in xs) / n
    sxy = math.fsum((a - mx) * (b - my) for a, b in zip(xs, ys)) / n
    slope = sxy / sxx; inter = my - slope * mx
    q = math.fsum(a * a for a in xs) / n
    root = math.hypot(q - 1, 2 * mx)
    big = q + 1 + root; small = 4 * sxx / big
    f1, f2 = 1 - lr * big, 1 - lr * small
    e = (float(start[0]) - slope, float(start[1]) - inter)
    Me = ((1 - 2 * lr * q) * e[0] - 2 * lr * mx * e[1], -2 * lr * mx * e[0] + (1 - 2 * lr) * e[1])
    k = int(step)
    p1, p2 = f1**k, f2**k
    if f1 == f2:
        return slope + p1 * e[0], inter + p1 * e[1]
    c1 = (p1 - p2) / (f1 - f2); c0 = p1 - c1 * f1
    return slope + c0 * e[0] + c1 * Me[0], inter + c0 * e[1] + c1 * Me[1]
