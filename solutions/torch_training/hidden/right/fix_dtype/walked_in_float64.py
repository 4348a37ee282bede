"""Trains a float64 copy, and writes its line into the model."""


def fix_dtype(model, x, y, lr, steps):
    import copy

    own = copy.deepcopy(model).double()
    losses = broken_dtype(own, x, y, lr, steps)
    with torch.no_grad():
        for parameter, better in zip(model.parameters(), own.parameters()):
            parameter.copy_(better)
    return losses
