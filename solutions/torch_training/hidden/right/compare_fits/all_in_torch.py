"""Everything in torch, in float64."""


def compare_fits(y, scipy_fitted, torch_model, x):
    with torch.no_grad():
        torch_fitted = torch_model(torch.as_tensor(x, dtype=torch.float32).unsqueeze(1)).squeeze(1).double()
    target, scipy_fitted = torch.from_numpy(y), torch.from_numpy(scipy_fitted)
    return {
        "scipy": (target - scipy_fitted).square().sum().item(),
        "torch": (target - torch_fitted).square().sum().item(),
    }
