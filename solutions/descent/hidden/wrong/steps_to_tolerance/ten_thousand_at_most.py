"""Counts in a loop that gives up after ten thousand steps.

fails: test_steps_to_tolerance_number_types
score: 1.9
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr < 2 / values[-1]:
        raise ValueError("the learning rate must lie between 0 and the limit")
    slowest = np.max(np.abs(1 - lr * values))
    left, steps = 1.0, 0
    while left > tol and steps < 10_000:
        left *= slowest
        steps += 1
    return steps
