"""The stub, handed in as it was released."""


def fix_shape(model, x, y, lr, steps):
    raise NotImplementedError()
