"""Multiplies by the sd, and leaves the intercept.

fails: test_unscale_x
score: 0.0
misconception: multiplied_by_sd
"""


def unscale(slope_z, intercept_z, mean, sd):
    return float(slope_z) * float(sd), float(intercept_z)
