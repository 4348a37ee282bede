"""Fits SciPy's line itself, and does not look at the predictions it was given.

fails: test_compare_fits_either_may_win, test_compare_fits_digits
score: 1.2
misconception: fitted_again
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    column = torch.from_numpy(x.reshape(-1, 1)).to(torch.float32)
    torch_fitted = torch_model(column).detach().numpy().astype(np.float64)[:, 0]
    slope, intercept = np.polyfit(x, y, 1)
    return {"scipy": np.sum((y - slope * x - intercept) ** 2), "torch": np.sum((y - torch_fitted) ** 2)}
