"""The stub, handed in as it was released."""


def fix_graph(model, x, y, lr, steps):
    raise NotImplementedError()
