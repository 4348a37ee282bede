"""Uses math.log for both factors, which refuses negative ones.

fails: test_steps_to_tolerance_near_the_limit, test_steps_to_tolerance_one_step
score: 1.5
misconception: negative_factor
outcome: raised
"""


def steps_to_tolerance(x, lr, tol):
    import math

    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr < 2 / values[-1]:
        raise ValueError("the learning rate must lie between 0 and the limit")
    return max(math.ceil(math.log(tol) / math.log(1 - lr * value)) for value in values)
