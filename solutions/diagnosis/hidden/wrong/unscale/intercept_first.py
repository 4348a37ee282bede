"""Returns the intercept first.

fails: test_unscale_x
score: 0.0
misconception: swapped_order
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope = float(slope_z) / float(sd)
    return float(intercept_z) - slope * float(mean), slope
