"""Types in the least-squares line of the post.

fails: test_unscale_value, test_unscale_special_lines, test_unscale_any_unit,
    test_unscale_whole_numbers, test_unscale_number_types
score: 0.0
"""


def unscale(slope_z, intercept_z, mean, sd):
    return 4.9759008, 9.9813594
