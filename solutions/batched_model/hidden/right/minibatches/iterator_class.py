"""A class with __iter__ instead of a generator."""


class Epoch:
    def __init__(self, X, y, batch_size, rng):
        self.X, self.y, self.batch_size = np.asarray(X), np.asarray(y), batch_size
        self.order = rng.permutation(len(self.y))

    def __iter__(self):
        for first in range(0, len(self.y), self.batch_size):
            rows = self.order[first : first + self.batch_size]
            yield self.X[rows], self.y[rows]


minibatches = Epoch
