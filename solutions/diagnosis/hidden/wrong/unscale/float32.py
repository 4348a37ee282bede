"""Computes in the type of the arguments.

fails: test_unscale_number_types
score: 1.8
misconception: float32_is_harmless
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope = slope_z / sd
    return slope, intercept_z - slope * mean
