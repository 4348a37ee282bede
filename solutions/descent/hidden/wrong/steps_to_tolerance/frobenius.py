"""Asks for the norm of the whole matrix, which is larger than either factor.

fails: test_steps_to_tolerance_near_the_limit
score: 1.6
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, float)
    H = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1]])
    lam = np.linalg.eigvalsh(H)
    if lr <= 0 or lr >= 2 / lam[1]: raise ValueError
    M = np.eye(2) - lr * H
    P = M.copy(); k = 1
    while np.linalg.norm(P) > tol:
        P = P @ M; k += 1
    return k
