"""A loop in plain Python, one prediction at a time."""


def compare_fits(y, scipy_fitted, torch_model, x):
    import math

    scipy_squares, torch_squares = [], []
    for x_one, y_one, fitted in zip(x.tolist(), y.tolist(), scipy_fitted.tolist()):
        predicted = torch_model(torch.tensor([[x_one]])).item()
        scipy_squares.append((y_one - fitted) ** 2)
        torch_squares.append((y_one - predicted) ** 2)
    return {"scipy": math.fsum(scipy_squares), "torch": math.fsum(torch_squares)}
