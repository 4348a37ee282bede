"""Takes zero_grad for housekeeping: nothing changes without it.

fails: test_momentum_of_missing_zero_grad_value, test_momentum_of_missing_zero_grad_type
score: 0.0
misconception: zero_grad_is_housekeeping
"""

momentum_of_missing_zero_grad = 0
