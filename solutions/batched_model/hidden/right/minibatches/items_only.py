"""A class whose batches are cut when they are asked for by number, until an IndexError ends the loop."""


class Epoch:
    def __init__(self, X, y, size, order):
        self.X, self.y, self.size, self.order = np.asarray(X), np.asarray(y), size, order

    def __len__(self):
        return -(-len(self.order) // self.size)

    def __getitem__(self, k):
        if k >= len(self):
            raise IndexError(k)
        rows = self.order[k * self.size : (k + 1) * self.size]
        return self.X[rows], self.y[rows]


def minibatches(X, y, batch_size, rng):
    return Epoch(X, y, batch_size, rng.permutation(len(y)))
