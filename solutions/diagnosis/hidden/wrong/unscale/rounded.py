"""Rounds to three digits.

fails: test_unscale_x
score: 0.0
misconception: rounded
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope = float(slope_z) / float(sd)
    return round(slope, 6), round(float(intercept_z) - slope * float(mean), 6)
