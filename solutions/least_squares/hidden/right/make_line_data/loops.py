"""One draw at a time: first all the x, then all the noise."""


def make_line_data(n, slope, intercept, sigma, rng):
    x = np.empty(n)
    for i in range(n):
        x[i] = rng.uniform(0, 10)
    y = np.empty(n)
    for i in range(n):
        y[i] = rng.normal(slope * x[i] + intercept, sigma)
    return x, y
