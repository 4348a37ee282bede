"""Hands a prediction that tracks gradients to NumPy.

fails: test_compare_fits_sums, test_compare_fits_either_may_win, test_compare_fits_digits,
    test_compare_fits_model_unchanged, test_compare_fits_arguments_unchanged
score: 0.0
outcome: raised
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    column = torch.from_numpy(x.reshape(-1, 1)).to(torch.float32)
    torch_fitted = torch_model(column).numpy()[:, 0]
    return {"scipy": np.sum((y - scipy_fitted) ** 2), "torch": np.sum((y - torch_fitted) ** 2)}
