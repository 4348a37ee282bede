"""Refuses every learning rate at which a step goes past its goal, or just reaches it.

fails: test_steps_to_tolerance_near_the_limit=raised, test_steps_to_tolerance_one_step=raised
score: 1.5
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr < 1 / values[-1]:
        raise ValueError("the learning rate is too large")
    slowest = np.max(np.abs(1 - lr * values))
    return int(np.ceil(np.log(tol) / np.log(slowest)))
