"""Shifts by the slope in z times the mean.

fails: test_unscale_x
score: 0.0
misconception: shift_without_sd
"""


def unscale(slope_z, intercept_z, mean, sd):
    return float(slope_z) / float(sd), float(intercept_z) - float(slope_z) * float(mean)
