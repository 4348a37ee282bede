"""Binds another name.

fails: test_momentum_of_missing_zero_grad_x
score: 0.0
"""

momentum = 1.0
