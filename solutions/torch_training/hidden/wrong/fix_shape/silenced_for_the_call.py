"""Turns the warning off for as long as the loop runs.

fails: test_fix_shape_losses, test_fix_shape_line, test_fix_shape_left_over,
    test_fix_shape_in_place, test_fix_shape_warnings
score: 0.0
misconception: warnings_can_be_ignored
"""


def fix_shape(model, x, y, lr, steps):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Using a target size")
        return broken_shape(model, x, y, lr, steps)
