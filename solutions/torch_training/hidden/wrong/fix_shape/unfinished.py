"""The stub, handed in as it was released.

fails: test_fix_shape_losses, test_fix_shape_line, test_fix_shape_left_over,
    test_fix_shape_in_place, test_fix_shape_warnings
score: 0.0
outcome: raised
"""


def fix_shape(model, x, y, lr, steps):
    raise NotImplementedError()
