"""Calls the broken function, and takes the numbers out of its list."""


def fix_graph(model, x, y, lr, steps):
    return [loss.item() for loss in broken_graph(model, x, y, lr, steps)]
