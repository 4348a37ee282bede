"""Leaves the number in a tensor.

fails: test_momentum_of_missing_zero_grad_type
score: 1.5
misconception: number_in_a_box
"""

momentum_of_missing_zero_grad = torch.tensor(1.0)
