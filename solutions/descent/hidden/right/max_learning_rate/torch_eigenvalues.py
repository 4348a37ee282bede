"""torch finds the eigenvalues."""


def max_learning_rate(x):
    import torch

    x = torch.tensor(np.array(x, dtype=float))
    X = torch.stack([x, torch.ones_like(x)], dim=1)
    return 2 / torch.linalg.eigvalsh(2 * X.T @ X / len(x)).max().item()
