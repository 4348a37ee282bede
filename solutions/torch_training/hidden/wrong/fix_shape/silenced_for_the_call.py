"""Turns the warning off for as long as the loop runs."""


def fix_shape(model, x, y, lr, steps):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Using a target size")
        return broken_shape(model, x, y, lr, steps)
