"""A float64 copy of the model predicts."""


def compare_fits(y, scipy_fitted, torch_model, x):
    import copy

    own = copy.deepcopy(torch_model).double().eval()
    with torch.inference_mode():
        torch_fitted = own(torch.tensor(x, dtype=torch.float64)[:, None]).flatten().numpy()
    return dict(scipy=np.square(y - scipy_fitted).sum(), torch=np.square(y - torch_fitted).sum())
