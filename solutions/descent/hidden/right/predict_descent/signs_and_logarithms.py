"""Powers by logarithms of the sizes, with the signs kept apart."""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    values, V = np.linalg.eigh(h)
    f = 1 - lr * values
    sign = np.where((f < 0) & (step % 2 == 1), -1.0, 1.0)
    power = sign * np.exp(step * np.log(np.abs(f))) if step > 0 else np.ones(2)
    return best + V @ (power * (V.T @ error))
