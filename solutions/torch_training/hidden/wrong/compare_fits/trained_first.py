"""Trains the model on before the comparison, to be fair to it.

fails: test_compare_fits_sums, test_compare_fits_either_may_win, test_compare_fits_digits,
    test_compare_fits_model_unchanged, test_compare_fits_arguments_unchanged
score: 0.0
misconception: trained_on
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    column = torch.tensor(x, dtype=torch.float32).reshape(-1, 1)
    target = torch.tensor(y, dtype=torch.float32).reshape(-1, 1)
    optimizer = torch.optim.LBFGS(torch_model.parameters(), max_iter=100)

    def closure():
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(torch_model(column), target)
        loss.backward()
        return loss

    optimizer.step(closure)
    torch_fitted = torch_model(column).detach().double().numpy().ravel()
    return {"scipy": np.sum((y - scipy_fitted) ** 2), "torch": np.sum((y - torch_fitted) ** 2)}
