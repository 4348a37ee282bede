"""Returns the two sums as a pair, without their names.

fails: test_compare_fits_sums, test_compare_fits_either_may_win, test_compare_fits_digits,
    test_compare_fits_model_unchanged, test_compare_fits_arguments_unchanged
score: 0.0
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    with torch.no_grad():
        torch_fitted = torch_model(torch.tensor(x, dtype=torch.float32).reshape(-1, 1)).double().numpy().ravel()
    return float(np.sum((y - scipy_fitted) ** 2)), float(np.sum((y - torch_fitted) ** 2))
