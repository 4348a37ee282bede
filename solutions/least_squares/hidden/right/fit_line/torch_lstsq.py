"""torch.linalg.lstsq in float64, centred, with Python floats in the end."""


def fit_line(x, y):
    import torch

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    x, y = torch.tensor(x), torch.tensor(y)
    slope = torch.linalg.lstsq((x - x.mean()).reshape(-1, 1), (y - y.mean()).reshape(-1, 1)).solution.item()
    return slope, y.mean().item() - slope * x.mean().item()
