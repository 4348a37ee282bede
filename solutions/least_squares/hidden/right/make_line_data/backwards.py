"""Fills both arrays from the end."""


def make_line_data(n, slope, intercept, sigma, rng):
    x, noise = np.zeros(n), np.zeros(n)
    for i in reversed(range(n)):
        x[i] = rng.random() * 10
    for i in reversed(range(n)):
        noise[i] = rng.standard_normal()
    return x, np.polyval([slope, intercept], x) + sigma * noise
