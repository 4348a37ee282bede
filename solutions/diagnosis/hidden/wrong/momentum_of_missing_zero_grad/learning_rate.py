"""Answers with the learning rate.

fails: test_momentum_of_missing_zero_grad_value, test_momentum_of_missing_zero_grad_type
score: 0.0
misconception: lr_for_momentum
"""

momentum_of_missing_zero_grad = lr_post
