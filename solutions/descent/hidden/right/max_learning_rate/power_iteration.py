"""Power iteration until it stands still."""


def max_learning_rate(x):
    x = np.asarray(x, dtype=float)
    h = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
    v = np.array([0.8, 0.6])
    for _ in range(100_000):
        new = h @ v
        new /= np.linalg.norm(new)
        if np.allclose(new, v, rtol=0, atol=1e-14):
            break
        v = new
    return 2 / (new @ h @ new)
