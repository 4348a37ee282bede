"""Puts X and y side by side, permutes the rows of the table, and takes it apart again."""


def minibatches(X, y, batch_size, rng):
    table = rng.permutation(np.column_stack([np.asarray(X, dtype=float), np.asarray(y, dtype=float)]))
    for first in range(0, len(table), batch_size):
        part = table[first : first + batch_size]
        yield part[:, :-1], part[:, -1]
