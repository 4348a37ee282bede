"""A Dataset of torch's, whose items are the batches: it has a length and items, and no __iter__."""


class Batches(torch.utils.data.Dataset):
    def __init__(self, X, y, batch_size, rng):
        X, y = np.asarray(X), np.asarray(y)
        order = rng.permutation(len(y))
        parts = [order[i : i + batch_size] for i in range(0, len(y), batch_size)]
        self.batches = [(X[part], y[part]) for part in parts]

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, i):
        return self.batches[i]


def minibatches(X, y, batch_size, rng):
    return Batches(X, y, batch_size, rng)
