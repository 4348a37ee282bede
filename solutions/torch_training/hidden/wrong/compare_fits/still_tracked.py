"""Hands a prediction that tracks gradients to NumPy."""


def compare_fits(y, scipy_fitted, torch_model, x):
    column = torch.from_numpy(x.reshape(-1, 1)).to(torch.float32)
    torch_fitted = torch_model(column).numpy()[:, 0]
    return {"scipy": np.sum((y - scipy_fitted) ** 2), "torch": np.sum((y - torch_fitted) ** 2)}
