"""Raises for everything.

fails: test_unscale_x
score: 0.0
"""


def unscale(slope_z, intercept_z, mean, sd):
    raise ValueError("not possible")
