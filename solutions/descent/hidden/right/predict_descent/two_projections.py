"""Each direction by itself, in a loop over the two."""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    line = best.copy()
    values, V = np.linalg.eigh(h)
    for value, v in zip(values, V.T):
        line += (1 - lr * value) ** step * (v @ error) * v
    return line[0], line[1]
