"""Multiplies by the sd.

fails: test_unscale_x
score: 0.0
misconception: multiplied_by_sd
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope = float(slope_z) * float(sd)
    return slope, float(intercept_z) - slope * float(mean)
