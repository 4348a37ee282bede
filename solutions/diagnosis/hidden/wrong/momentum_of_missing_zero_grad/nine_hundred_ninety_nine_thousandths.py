"""Believes that a momentum has to be below 1.

fails: test_momentum_of_missing_zero_grad_value, test_momentum_of_missing_zero_grad_type
score: 0.0
misconception: nearly_one
"""

momentum_of_missing_zero_grad = 0.999
