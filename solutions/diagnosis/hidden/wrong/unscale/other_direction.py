"""Goes from x to z once more.

fails: test_unscale_value, test_unscale_special_lines, test_unscale_any_unit,
    test_unscale_whole_numbers, test_unscale_number_types
score: 0.0
misconception: scaled_again
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope_z, intercept_z, mean, sd = (float(part) for part in (slope_z, intercept_z, mean, sd))
    return slope_z * sd, intercept_z + slope_z * mean
