"""Walks when the steps are few, and uses the formula when they are many."""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    if step <= 50:
        return tuple(np.asarray(gradient_descent(x, y, lr, int(step), start))[-1])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    values, V = np.linalg.eigh(h)
    return tuple(best + V @ ((1 - lr * values) ** step * (V.T @ error)))
