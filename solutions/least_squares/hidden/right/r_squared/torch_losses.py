"""Two of torch's losses, in float64."""


def r_squared(y, fitted):
    import torch

    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    y, fitted = np.array(y, dtype=float).ravel(), np.array(fitted, dtype=float).ravel()
    if np.all(y == y[0]):
        raise ValueError("constant y")
    y, fitted = torch.tensor(y), torch.tensor(fitted)
    loss = torch.nn.MSELoss()
    return 1 - (loss(fitted, y) / loss(y.mean().expand_as(y), y)).item()
