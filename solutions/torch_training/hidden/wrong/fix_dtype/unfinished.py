"""The stub, handed in as it was released."""


def fix_dtype(model, x, y, lr, steps):
    raise NotImplementedError()
