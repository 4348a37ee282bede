"""Takes the first eigenvalue, which is the smallest.

misconception: limit_of_the_flat_direction
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A / len(A))[0])
