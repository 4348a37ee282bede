"""Takes the line in z for the line in x: the fit is the fit.

fails: test_unscale_value, test_unscale_special_lines, test_unscale_any_unit,
    test_unscale_whole_numbers, test_unscale_number_types
score: 0.0
misconception: scaling_changes_model
"""


def unscale(slope_z, intercept_z, mean, sd):
    return slope_z, intercept_z
