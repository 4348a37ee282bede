"""Prints it.

misconception: nothing_returned
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    lam = np.linalg.eigvalsh(A.T @ A / len(A))[-1]
    print(1 / (batch_size * lam))
