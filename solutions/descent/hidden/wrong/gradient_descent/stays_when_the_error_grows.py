"""Stays where it is once a step has made the error larger.

fails: test_gradient_descent_above_the_limit
score: 1.8
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, float), np.asarray(y, float)
    w = np.array(start, float); path = [w]; last = np.inf
    for k in range(steps):
        r = y - w[0] * x - w[1]
        loss = np.mean(r**2)
        if loss > last: path.append(w); continue
        last = loss
        w = w + 2 * lr * np.array([np.mean(r * x), np.mean(r)])
        path.append(w)
    return np.array(path)
