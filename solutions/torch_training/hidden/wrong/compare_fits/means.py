"""Compares the means of the squares."""


def compare_fits(y, scipy_fitted, torch_model, x):
    column = torch.from_numpy(x.reshape(-1, 1)).to(torch.float32)
    torch_fitted = torch_model(column).detach().numpy().astype(np.float64)[:, 0]
    return {"scipy": np.mean((y - scipy_fitted) ** 2), "torch": np.mean((y - torch_fitted) ** 2)}
