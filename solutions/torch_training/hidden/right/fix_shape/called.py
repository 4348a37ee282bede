"""Calls the broken function with a y that it can take."""


def fix_shape(model, x, y, lr, steps):
    return broken_shape(model, x, y.view_as(x), lr, steps)
