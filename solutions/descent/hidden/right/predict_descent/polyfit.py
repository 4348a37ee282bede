"""np.polyfit, and the exchanged transposes that eigh forgives."""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    best = np.polyfit(x, y, 1)
    values, V = np.linalg.eigh(np.asarray(mse_hessian(x)))
    return best + V @ ((1 - lr * values) ** float(step) * (V.T @ (np.array(start, dtype=float) - best)))
