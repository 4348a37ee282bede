"""Computes in torch, and returns two tensors.

fails: test_fit_line_value, test_fit_line_far_from_zero, test_fit_line_constant_x, test_fit_line_too_few_points,
    test_fit_line_two_points, test_fit_line_flat, test_fit_line_small_and_large, test_fit_line_lists,
    test_fit_line_number_types, test_fit_line_repeated_x, test_fit_line_arguments_unchanged
score: 0.0
"""

import torch


def fit_line(x, y):
    x = torch.tensor(np.array(x, dtype=float))
    y = torch.tensor(np.array(y, dtype=float))
    if len(x) < 2 or bool((x == x[0]).all()):
        raise ValueError("a line needs two points that are not above one another")
    x_centred = x - x.mean()
    slope = (x_centred * (y - y.mean())).sum() / (x_centred**2).sum()
    return slope, y.mean() - slope * x.mean()
