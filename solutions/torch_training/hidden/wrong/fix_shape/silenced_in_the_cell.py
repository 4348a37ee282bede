"""Turns all warnings off at the head of the cell, and calls the broken loop.

fails: test_fix_shape_losses, test_fix_shape_line, test_fix_shape_left_over,
    test_fix_shape_in_place, test_fix_shape_warnings
score: 0.0
misconception: warnings_can_be_ignored
"""


warnings.simplefilter("ignore")


def fix_shape(model, x, y, lr, steps):
    return broken_shape(model, x, y, lr, steps)
