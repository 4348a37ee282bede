"""Rounds the intercept to four places.

fails: test_unscale_any_unit
score: 1.7
misconception: rounded
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope_z, intercept_z, mean, sd = float(slope_z), float(intercept_z), float(mean), float(sd)
    slope = slope_z / sd
    intercept = round(intercept_z - slope * mean, 4)
    return slope, intercept
