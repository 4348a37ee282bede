"""Answers a question of yes or no.

fails: test_momentum_of_missing_zero_grad_value, test_momentum_of_missing_zero_grad_type
score: 0.0
misconception: no_number
"""

momentum_of_missing_zero_grad = True
