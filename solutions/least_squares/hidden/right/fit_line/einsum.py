"""einsum, and the point of the means."""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    x_mean, y_mean = np.einsum("i->", x) / x.size, np.einsum("i->", y) / y.size
    slope = np.einsum("i,i", x - x_mean, y - y_mean) / np.einsum("i,i", x - x_mean, x - x_mean)
    return slope, y_mean - slope * x_mean
