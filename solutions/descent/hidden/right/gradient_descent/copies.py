"""One array that changes in place, and a copy of it in each row."""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    line = np.array(start, dtype=float)
    rows = [line.copy()]
    for _ in range(steps):
        line -= lr * np.asarray(mse_gradient(*line, x, y))
        rows.append(line.copy())
    return np.vstack(rows)
