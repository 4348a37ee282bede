"""Divides the slope and leaves the intercept, as heights are not scaled.

fails: test_unscale_value, test_unscale_special_lines, test_unscale_any_unit,
    test_unscale_whole_numbers, test_unscale_number_types
score: 0.0
misconception: intercept_not_moved
"""


def unscale(slope_z, intercept_z, mean, sd):
    return float(slope_z) / float(sd), float(intercept_z)
