"""Shrinks each part along the singular vectors of the design matrix."""


def predict_descent(x, y, lr, step, start):
    x = np.asarray(x, float); y = np.asarray(y, float); s0 = np.asarray(start, float)
    U, S, Vt = np.linalg.svd(np.c_[x, np.ones(len(x))], full_matrices=False)
    f = 1 - 2 * lr * S**2 / len(x)
    r = U.T @ y / S
    z = Vt @ s0
    return Vt.T @ (r + f ** int(step) * (z - r))
