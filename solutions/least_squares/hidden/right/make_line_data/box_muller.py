"""Normal noise made of uniform numbers by hand."""


def make_line_data(n, slope, intercept, sigma, rng):
    x = 10 * rng.random(n)
    radius = np.sqrt(-2 * np.log1p(-rng.random(n)))
    noise = radius * np.cos(2 * np.pi * rng.random(n))
    return [x, slope * x + intercept + sigma * noise]
