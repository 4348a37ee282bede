"""Calls the copy method of the start, which a tuple does not have.

fails: test_gradient_descent_lists, test_gradient_descent_number_types
score: 1.7
outcome: raised
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    line = start.copy().astype(float)
    path = [line]
    for _ in range(steps):
        line = line - lr * np.array(mse_gradient(line[0], line[1], x, y))
        path.append(line)
    return np.array(path)
