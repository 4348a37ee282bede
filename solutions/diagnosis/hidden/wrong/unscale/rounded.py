"""Rounds to three digits.

fails: test_unscale_any_unit
score: 1.7
misconception: rounded
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope = float(slope_z) / float(sd)
    return round(slope, 6), round(float(intercept_z) - slope * float(mean), 6)
