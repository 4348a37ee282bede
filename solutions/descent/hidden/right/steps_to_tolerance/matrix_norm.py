"""Powers of the whole matrix, and their spectral norm."""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    h = 2 * X.T @ X / len(x)
    if lr <= 0 or lr * np.linalg.norm(h, 2) >= 2:
        raise ValueError("diverges, or does not move")
    M = np.eye(2) - lr * h
    size = np.linalg.norm(M, 2)
    k = 1 if size < tol else max(1, int(np.log(tol) / np.log(size)) - 2)
    while np.linalg.norm(np.linalg.matrix_power(M, k), 2) > tol:
        k += 1
    return k
