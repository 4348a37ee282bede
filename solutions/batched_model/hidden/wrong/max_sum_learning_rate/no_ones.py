"""Leaves the column of ones out.

misconception: ones_left_out
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    return 1 / (batch_size * np.linalg.eigvalsh(X.T @ X / len(X))[-1])
