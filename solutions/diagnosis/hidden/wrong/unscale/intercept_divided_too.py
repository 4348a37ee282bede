"""Divides both numbers by the sd, and then shifts.

fails: test_unscale_x
score: 0.0
misconception: shift_scaled_twice
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope = float(slope_z) / float(sd)
    return slope, float(intercept_z) / float(sd) - slope * float(mean)
