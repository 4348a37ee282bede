"""Keeps the line in an array of the start's type, and subtracts in place.

fails: test_gradient_descent_whole_start
score: 1.7
misconception: whole_number_path
outcome: raised
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    line = np.array(start)
    path = [line.copy()]
    for _ in range(steps):
        line -= lr * np.array(mse_gradient(line[0], line[1], x, y))
        path.append(line.copy())
    return np.array(path)
