"""Knows which of the two is worse, and sorts the sums accordingly.

fails: test_compare_fits_either_may_win
score: 1.6
misconception: network_is_worse
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    column = torch.from_numpy(x.reshape(-1, 1)).to(torch.float32)
    torch_fitted = torch_model(column).detach().numpy().astype(np.float64)[:, 0]
    sums = sorted([np.sum((y - scipy_fitted) ** 2), np.sum((y - torch_fitted) ** 2)])
    return {"scipy": sums[0], "torch": sums[1]}
