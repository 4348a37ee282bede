"""Takes the momentum that everybody takes.

fails: test_momentum_of_missing_zero_grad_value, test_momentum_of_missing_zero_grad_type
score: 0.0
misconception: usual_momentum
"""

momentum_of_missing_zero_grad = 0.9
