"""Rounds to the nearest whole number.

fails: test_steps_to_tolerance_value, test_steps_to_tolerance_near_the_limit,
    test_steps_to_tolerance_too_large, test_steps_to_tolerance_not_positive,
    test_steps_to_tolerance_one_step, test_steps_to_tolerance_int,
    test_steps_to_tolerance_tolerances, test_steps_to_tolerance_lists,
    test_steps_to_tolerance_number_types, test_steps_to_tolerance_argument_unchanged
score: 0.0
misconception: rounded_down
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr < 2 / values[-1]:
        raise ValueError("the learning rate must lie between 0 and the limit")
    slowest = np.max(np.abs(1 - lr * values))
    if slowest == 0:
        return 1
    return max(1, round(float(np.log(tol) / np.log(slowest))))
