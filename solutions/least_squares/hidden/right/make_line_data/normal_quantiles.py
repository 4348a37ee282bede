"""Turns uniform numbers into noise by the normal quantile."""


def make_line_data(n, slope, intercept, sigma, rng):
    from scipy.stats import norm
    u, v = rng.random(n), rng.random(n)
    x = np.ldexp(u, 3) + 2 * u
    return x, intercept + slope * x + sigma * norm.ppf(np.where(v == 0, 0.5, v))
