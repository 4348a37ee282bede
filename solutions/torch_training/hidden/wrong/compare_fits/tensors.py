"""Computes in torch and returns tensors.

fails: test_compare_fits_sums, test_compare_fits_either_may_win, test_compare_fits_digits,
    test_compare_fits_model_unchanged, test_compare_fits_arguments_unchanged
score: 0.0
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    column = torch.from_numpy(x.reshape(-1, 1)).to(torch.float32)
    torch_fitted = torch_model(column).squeeze(1)
    y, scipy_fitted = torch.tensor(y), torch.tensor(scipy_fitted)
    return {"scipy": ((y - scipy_fitted) ** 2).sum(), "torch": ((y - torch_fitted) ** 2).sum()}
