"""Keeps the targets in a dict, with the rows for its keys.

fails: test_minibatches_any_width
score: 1.9
misconception: rows_merged
"""


def minibatches(X, y, batch_size, rng):
    target_of = {tuple(row): target for row, target in zip(X, y)}
    rows = list(target_of)
    order = rng.permutation(len(rows))
    for first in range(0, len(rows), batch_size):
        chosen = [rows[i] for i in order[first : first + batch_size]]
        yield np.array(chosen, dtype=float), np.array([target_of[row] for row in chosen], dtype=float)
