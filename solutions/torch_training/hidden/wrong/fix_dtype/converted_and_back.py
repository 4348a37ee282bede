"""Turns the model to float64 for the training, and back to float32 at the end.

fails: test_fix_dtype_in_place
score: 1.7
misconception: converted_and_back
"""


def fix_dtype(model, x, y, lr, steps):
    model.double()
    losses = broken_dtype(model, x, y, lr, steps)
    model.float()
    return losses
