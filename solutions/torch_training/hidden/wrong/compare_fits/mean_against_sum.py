"""Takes torch's loss for the model, which is a mean, and a sum for SciPy.

fails: test_compare_fits_sums, test_compare_fits_either_may_win, test_compare_fits_digits,
    test_compare_fits_model_unchanged, test_compare_fits_arguments_unchanged
score: 0.0
misconception: mean_for_sum
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    column = torch.from_numpy(x.reshape(-1, 1)).to(torch.float32)
    loss = nn.functional.mse_loss(torch_model(column), torch.tensor(y.reshape(-1, 1))).item()
    return {"scipy": np.sum((y - scipy_fitted) ** 2), "torch": loss}
