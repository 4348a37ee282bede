"""Shifts by the slope in z times the mean.

fails: test_unscale_value, test_unscale_special_lines, test_unscale_any_unit,
    test_unscale_whole_numbers, test_unscale_number_types
score: 0.0
misconception: shift_without_sd
"""


def unscale(slope_z, intercept_z, mean, sd):
    return float(slope_z) / float(sd), float(intercept_z) - float(slope_z) * float(mean)
