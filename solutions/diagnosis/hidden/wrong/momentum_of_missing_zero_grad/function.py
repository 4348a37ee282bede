"""Writes a function that returns it.

fails: test_momentum_of_missing_zero_grad_value, test_momentum_of_missing_zero_grad_type
score: 0.0
misconception: no_number
"""


def momentum_of_missing_zero_grad():
    return 1.0
