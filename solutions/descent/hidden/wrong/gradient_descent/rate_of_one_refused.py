"""Refuses rates of 1 and more.

fails: test_gradient_descent_above_the_limit
outcome: raised
score: 1.8
misconception: refused_to_diverge
"""


def gradient_descent(x, y, lr, steps, start):
    if not 0 < lr < 1:
        raise ValueError("a learning rate lies between 0 and 1")
    x, y = np.asarray(x, float), np.asarray(y, float)
    path = np.zeros((steps + 1, 2))
    path[0] = start
    for k in range(steps):
        a, b = path[k]
        r = y - a * x - b
        path[k + 1] = a + 2 * lr * np.mean(r * x), b + 2 * lr * np.mean(r)
    return path
