"""SciPy's distributions, with rng as their source."""


def make_line_data(n, slope, intercept, sigma, rng):
    from scipy import stats

    x = stats.uniform(0, 10).rvs(n, random_state=rng)
    noise = stats.norm.rvs(loc=0, scale=sigma, size=n, random_state=rng) if sigma > 0 else 0.0
    return x, slope * x + intercept + noise
