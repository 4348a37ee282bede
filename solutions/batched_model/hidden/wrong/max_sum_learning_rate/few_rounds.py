"""Twenty rounds of power iteration, arrived or not.

fails: test_max_sum_learning_rate_units
score: 1.9
"""


def _p(M):
    v = np.ones(len(M))
    for _ in range(20):
        v = M @ v
        v /= np.linalg.norm(v)
    return v @ M @ v

def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=np.float64)
    A = np.column_stack([X, np.ones(len(X))])
    return 1 / (batch_size * _p(A.T @ A / len(X)))
