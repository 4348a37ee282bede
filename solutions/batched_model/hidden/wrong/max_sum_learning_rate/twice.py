"""2 over the eigenvalue of the mean products.

misconception: half_of_the_hessian
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    lam = np.linalg.eigvalsh(A.T @ A / len(A))[-1]
    return 2 / (batch_size * lam)
