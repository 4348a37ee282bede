"""Computes the residuals in the arrays it was given.

fails: test_compare_fits_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    column = torch.from_numpy(x.reshape(-1, 1)).to(torch.float32)
    torch_fitted = torch_model(column).detach().numpy().astype(np.float64)[:, 0]
    torch_fitted -= y
    scipy_fitted -= y
    return {"scipy": scipy_fitted @ scipy_fitted, "torch": torch_fitted @ torch_fitted}
