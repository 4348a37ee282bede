"""torch, in float64."""


def max_sum_learning_rate(X, batch_size):
    X = torch.tensor(np.asarray(X, dtype=np.float64))
    A = torch.cat([X, torch.ones(len(X), 1, dtype=torch.float64)], dim=1)
    hessian = 2 * batch_size * A.T @ A / len(A)
    return (2 / torch.linalg.eigvalsh(hessian)[-1]).item()
