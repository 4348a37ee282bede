"""Refuses with a RuntimeError where the contract wants a ValueError.

fails: test_steps_to_tolerance_too_large, test_steps_to_tolerance_not_positive
score: 1.5
outcome: raised
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, float)
    lam = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1]]))
    if lr <= 0 or lr >= 2 / lam[1]: raise RuntimeError("no convergence")
    f = np.abs(1 - lr * lam).max()
    if f < 1e-14: return 1
    return int(np.ceil(np.log(tol) / np.log(f)))
