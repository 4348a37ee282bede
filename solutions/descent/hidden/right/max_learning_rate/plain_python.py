"""The larger root in plain Python."""


def max_learning_rate(x):
    from math import hypot

    x = [float(v) for v in x]
    a = 2 * sum(v * v for v in x) / len(x)
    b = 2 * sum(x) / len(x)
    return 2 / ((a + 2) / 2 + hypot((a - 2) / 2, b))
