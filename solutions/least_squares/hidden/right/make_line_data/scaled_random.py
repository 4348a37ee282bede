"""Random numbers on [0, 1) times 10, and standard normal noise times sigma."""


def make_line_data(n, slope, intercept, sigma, rng):
    x = 10 * rng.random(n)
    y = intercept + slope * x + sigma * rng.standard_normal(n)
    return x, y
