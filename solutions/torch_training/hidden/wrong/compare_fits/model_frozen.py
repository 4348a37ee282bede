"""Switches gradients off in the model, so that NumPy takes its predictions.

fails: test_compare_fits_model_unchanged
score: 1.7
misconception: model_frozen
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    for p in torch_model.parameters():
        p.requires_grad_(False)
    torch_fitted = torch_model(torch.tensor(x, dtype=torch.float32).reshape(-1, 1)).numpy().ravel()
    return {
        "scipy": float(np.sum((y - scipy_fitted) ** 2)),
        "torch": float(np.sum((y - torch_fitted.astype(float)) ** 2)),
    }
