"""No walk at all: every row by the powers of the factors."""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    line = np.polynomial.Polynomial.fit(x, y, 1).convert().coef
    best = np.array([line[1], line[0]])
    values, V = np.linalg.eigh(2 * np.array([[np.mean(x**2), x.mean()], [x.mean(), 1.0]]))
    powers = (1 - lr * values) ** np.arange(steps + 1)[:, None]
    return best + (powers * (V.T @ (np.asarray(start, dtype=float) - best))) @ V.T
