"""Rounds both sums to two places.

fails: test_compare_fits_digits
sometimes: test_compare_fits_sums, test_compare_fits_either_may_win, test_compare_fits_arguments_unchanged
score: 1.6
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    with torch.no_grad():
        column = torch.tensor(x, dtype=torch.float32).reshape(-1, 1)
        fitted = torch_model(column).numpy()[:, 0].astype(np.float64)
    return {"scipy": np.round(np.sum((y - scipy_fitted) ** 2), 2), "torch": np.round(np.sum((y - fitted) ** 2), 2)}
