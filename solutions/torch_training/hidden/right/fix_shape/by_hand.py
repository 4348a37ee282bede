"""Without an optimizer, with the layer's parameters."""


def fix_shape(model, x, y, lr, steps):
    slope, intercept = model.linear.weight, model.linear.bias
    losses = []
    for _ in range(steps):
        errors = (x @ slope.T + intercept).flatten() - y
        loss = torch.dot(errors, errors) / len(errors)
        d_slope, d_intercept = torch.autograd.grad(loss, [slope, intercept])
        losses.append(loss.item())
        with torch.no_grad():
            slope -= lr * d_slope
            intercept -= lr * d_intercept
    return losses
