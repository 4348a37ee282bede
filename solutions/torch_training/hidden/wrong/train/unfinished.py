"""The stub, handed in as it was released."""


def train(model, x, y, lr, steps):
    raise NotImplementedError()
