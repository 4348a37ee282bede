"""Moves the list that it is given, which is a list already.

fails: test_gradient_descent_arguments_unchanged
score: 1.7
misconception: changed_arguments
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    line = start if isinstance(start, list) else list(map(float, start))
    rows = [tuple(line)]
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        line[0] += 2 * lr * np.mean(x * residuals)
        line[1] += 2 * lr * np.mean(residuals)
        rows.append(tuple(line))
    return rows
