"""The stub, handed in as it was released.

fails: test_fix_dtype_losses, test_fix_dtype_line, test_fix_dtype_left_over,
    test_fix_dtype_in_place, test_fix_dtype_warnings
score: 0.0
outcome: raised
"""


def fix_dtype(model, x, y, lr, steps):
    raise NotImplementedError()
