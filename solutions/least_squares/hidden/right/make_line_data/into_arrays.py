"""Draws into arrays that exist already, and returns one table with two rows."""


def make_line_data(n, slope, intercept, sigma, rng):
    points = np.empty((2, n))
    rng.random(out=points[0])
    points[0] *= 10
    rng.standard_normal(out=points[1])
    points[1] *= sigma
    points[1] += slope * points[0] + intercept
    return points
