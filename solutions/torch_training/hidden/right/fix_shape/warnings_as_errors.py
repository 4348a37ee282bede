"""Mends the shape, and makes an error of any warning that is left."""


def fix_shape(model, x, y, lr, steps):
    if y.ndim == 1:
        y = y[:, None]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return broken_shape(model, x, y, lr, steps)
