"""Multiplies by the sd.

fails: test_unscale_value, test_unscale_special_lines, test_unscale_any_unit,
    test_unscale_whole_numbers, test_unscale_number_types
score: 0.0
misconception: multiplied_by_sd
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope = float(slope_z) * float(sd)
    return slope, float(intercept_z) - slope * float(mean)
