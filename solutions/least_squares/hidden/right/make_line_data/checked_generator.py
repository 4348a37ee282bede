"""Passes rng through default_rng, which hands a generator back as it is."""


def make_line_data(n, slope, intercept, sigma, rng):
    rng = np.random.default_rng(rng)
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + rng.normal(scale=sigma, size=n)
