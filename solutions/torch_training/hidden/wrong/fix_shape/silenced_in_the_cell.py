"""Turns all warnings off at the head of the cell, and calls the broken loop."""


warnings.simplefilter("ignore")


def fix_shape(model, x, y, lr, steps):
    return broken_shape(model, x, y, lr, steps)
