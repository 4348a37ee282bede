"""Refuses a learning rate of type np.float32.

fails: test_steps_to_tolerance_number_types
outcome: raised
score: 1.9
"""
import math


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]]))
    if not isinstance(lr, float) or not 0 < lr < 2 / values[-1]:
        raise ValueError("no number of steps is enough")
    factor = float(np.abs(1 - lr * values).max())
    return 1 if factor <= tol else math.ceil(math.log(tol) / math.log(factor))
