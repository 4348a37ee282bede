"""One draw of 2 n uniform numbers: n for x, n sent through the inverse of the normal distribution."""


def make_line_data(n, slope, intercept, sigma, rng):
    from scipy.special import ndtri

    u = rng.random(2 * n)
    x = 10 * u[:n]
    return x, slope * x + intercept + sigma * ndtri(u[n:])
