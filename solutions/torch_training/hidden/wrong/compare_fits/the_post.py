"""The post's comparison: the model's column is subtracted from y as it is.

fails: test_compare_fits_sums, test_compare_fits_either_may_win, test_compare_fits_digits,
    test_compare_fits_model_unchanged, test_compare_fits_arguments_unchanged
score: 0.0
misconception: broadcast
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    xtt = torch.from_numpy(x.reshape(len(x), -1)).to(torch.float32)
    yfit2 = torch_model(xtt).detach().numpy()
    sse1 = np.sum((y - scipy_fitted) ** 2)
    sse2 = np.sum((y - yfit2) ** 2)
    return {"scipy": sse1, "torch": sse2}
