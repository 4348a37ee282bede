"""Hands over the tensor that autograd returns.

fails: test_mse_hessian_value, test_mse_hessian_any_unit, test_mse_hessian_constant_x,
    test_mse_hessian_lists, test_mse_hessian_number_types, test_mse_hessian_argument_unchanged
score: 0.0
"""


def mse_hessian(x):
    import torch

    x = torch.tensor(np.asarray(x, dtype=float))


    def loss(line):
        return torch.mean((line[0] * x + line[1]) ** 2)


    return torch.autograd.functional.hessian(loss, torch.zeros(2, dtype=torch.float64))
