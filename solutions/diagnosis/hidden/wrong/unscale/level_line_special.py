"""Refuses a level line, as nothing was learnt.

fails: test_unscale_x
score: 0.0
"""


def unscale(slope_z, intercept_z, mean, sd):
    if slope_z == 0:
        raise ValueError("the slope is 0")
    slope = float(slope_z) / float(sd)
    return slope, float(intercept_z) - slope * float(mean)
