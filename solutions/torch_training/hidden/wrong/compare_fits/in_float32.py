"""Turns everything to float32, so that both are on the terms of the model.

fails: test_compare_fits_digits
score: 1.6
misconception: float32_is_harmless
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    column = torch.from_numpy(x.reshape(-1, 1)).to(torch.float32)
    y, scipy_fitted = y.astype(np.float32), scipy_fitted.astype(np.float32)
    with torch.no_grad():
        torch_fitted = torch_model(column).numpy().ravel()
    return {"scipy": float(np.sum((y - scipy_fitted) ** 2)), "torch": float(np.sum((y - torch_fitted) ** 2))}
