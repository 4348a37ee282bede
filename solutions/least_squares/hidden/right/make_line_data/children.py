"""One child generator for x and one for the noise."""


def make_line_data(n, slope, intercept, sigma, rng):
    for_x, for_noise = rng.spawn(2)
    x = for_x.uniform(0, 10, n)
    return x, slope * x + intercept + for_noise.normal(0, sigma, n)
