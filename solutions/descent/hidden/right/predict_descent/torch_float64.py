"""torch in float64, matrix_power and lstsq."""


def predict_descent(x, y, lr, step, start):
    import torch

    x, y = torch.tensor(np.array(x, dtype=float)), torch.tensor(np.array(y, dtype=float))
    X = torch.stack([x, torch.ones_like(x)], dim=1)
    best = torch.linalg.lstsq(X, y[:, None]).solution[:, 0]
    error = torch.tensor([float(v) for v in start], dtype=torch.float64) - best
    M = torch.eye(2, dtype=torch.float64) - lr * 2 * X.T @ X / len(x)
    return (best + torch.linalg.matrix_power(M, int(step)) @ error).numpy()
