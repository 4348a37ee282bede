"""Returns both numbers in one float64 tensor of shape (2,)."""


def predict_descent(x, y, lr, step, start):
    import torch

    x, y = (torch.tensor(np.asarray(values, dtype=float)) for values in (x, y))
    columns = torch.stack([x, torch.ones_like(x)], dim=1)
    h = 2 * columns.T @ columns / len(x)
    best = torch.linalg.solve(h, 2 * columns.T @ y / len(x))
    values, vectors = torch.linalg.eigh(h)
    error = torch.tensor([float(part) for part in start], dtype=torch.float64) - best
    return best + vectors @ ((1 - lr * values) ** int(step) * (vectors.T @ error))
