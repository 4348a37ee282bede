"""Guesses: half old, half new.

fails: test_momentum_of_missing_zero_grad_value, test_momentum_of_missing_zero_grad_type
score: 0.0
"""

momentum_of_missing_zero_grad = 0.5
