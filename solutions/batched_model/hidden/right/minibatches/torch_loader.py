"""A DataLoader, whose generator is seeded from rng; tensors turned back into arrays."""

from torch.utils.data import DataLoader, TensorDataset
def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    g = torch.Generator()
    g.manual_seed(int(rng.integers(0, 2**31)))
    loader = DataLoader(TensorDataset(torch.tensor(X), torch.tensor(y)), batch_size=int(batch_size), shuffle=True, generator=g)
    return ((a.numpy(), b.numpy()) for a, b in loader)
