"""Binds another name.

fails: test_momentum_of_missing_zero_grad_value, test_momentum_of_missing_zero_grad_type
score: 0.0
outcome: raised
"""

momentum = 1.0
