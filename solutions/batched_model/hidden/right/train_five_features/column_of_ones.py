"""Six weights in one vector, the intercept's input a one; backward and a loop over the parameters."""


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y, dtype=np.float64)
    mean = X.mean(axis=0)
    sd = np.array([s if s > 0 else 1.0 for s in X.std(axis=0)])

    def design(rows):
        z = (np.asarray(rows, dtype=np.float64) - mean) / sd
        return torch.from_numpy(np.column_stack([z, np.ones(len(z))]))

    A, t = design(X), torch.from_numpy(y.copy())
    rng = np.random.RandomState(seed)
    weights = torch.from_numpy(rng.randn(6)).requires_grad_()
    for _ in range(epochs):
        rows = np.arange(len(y))
        rng.shuffle(rows)
        for start in range(0, len(y), batch_size):
            part = torch.from_numpy(rows[start : start + batch_size])
            error = A[part] @ weights - t[part]
            loss = error @ error / len(part)
            loss.backward()
            with torch.no_grad():
                weights -= lr * weights.grad
                weights.grad.zero_()
    final = weights.detach().clone()
    return lambda X_raw: (design(X_raw) @ final).numpy()
