"""Seeds a generator of torch from rng, and lets a DataLoader shuffle."""


def minibatches(X, y, batch_size, rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    rows = torch.utils.data.TensorDataset(torch.from_numpy(X.copy()), torch.from_numpy(y.copy()))
    loader = torch.utils.data.DataLoader(rows, batch_size=int(batch_size), shuffle=True, generator=generator)
    for X_batch, y_batch in loader:
        yield X_batch.numpy(), y_batch.numpy()
