"""np.linalg.eig, and the largest of what comes."""


def max_learning_rate(x):
    x = np.asarray(x, dtype=float)
    h = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
    return float(2 / max(np.linalg.eig(h)[0].real))
