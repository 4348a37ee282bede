"""Finds the angle of the steepest direction, and the curvature there."""


def max_learning_rate(x):
    import math
    x = [float(v) for v in x]; n = len(x)
    m = math.fsum(x) / n; q = math.fsum(v * v for v in x) / n
    th = 0.5 * math.atan2(2 * m, q - 1)
    c, s = math.cos(th), math.sin(th)
    return 1 / (q * c * c + 2 * m * c * s + s * s)
