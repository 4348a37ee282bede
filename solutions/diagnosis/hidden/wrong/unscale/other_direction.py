"""Goes from x to z once more.

fails: test_unscale_x
score: 0.0
misconception: scaled_again
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope_z, intercept_z, mean, sd = (float(part) for part in (slope_z, intercept_z, mean, sd))
    return slope_z * sd, intercept_z + slope_z * mean
