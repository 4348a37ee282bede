"""Divides the slope and leaves the intercept, as heights are not scaled.

fails: test_unscale_x
score: 0.0
misconception: intercept_not_moved
"""


def unscale(slope_z, intercept_z, mean, sd):
    return float(slope_z) / float(sd), float(intercept_z)
