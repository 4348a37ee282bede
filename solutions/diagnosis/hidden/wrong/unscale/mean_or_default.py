"""Takes a mean of 0 for one that is missing.

fails: test_unscale_special_lines
score: 1.7
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope = float(slope_z) / float(sd)
    return slope, float(intercept_z) - slope * float(mean or 1.0)
