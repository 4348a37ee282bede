"""Raises for everything.

fails: test_unscale_value, test_unscale_special_lines, test_unscale_any_unit,
    test_unscale_whole_numbers, test_unscale_number_types
score: 0.0
outcome: raised
"""


def unscale(slope_z, intercept_z, mean, sd):
    raise ValueError("not possible")
