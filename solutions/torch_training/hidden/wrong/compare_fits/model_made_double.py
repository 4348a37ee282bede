"""Turns the caller's model to float64 for the comparison.

fails: test_compare_fits_model_unchanged
score: 1.7
misconception: model_made_double
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    torch_fitted = torch_model.double()(torch.tensor(x[:, None])).detach().numpy()[:, 0]
    return {"scipy": np.sum((y - scipy_fitted) ** 2), "torch": np.sum((y - torch_fitted) ** 2)}
