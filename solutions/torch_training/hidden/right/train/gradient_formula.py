"""Uses the derivatives that were worked out by hand, on the layer's own numbers."""


def train(model, x, y, lr, steps):
    slope, intercept = model.linear.weight, model.linear.bias
    losses = []
    with torch.no_grad():
        for _ in range(steps):
            residuals = y - x * slope - intercept
            losses.append((residuals**2).mean().item())
            slope.add_(2 * lr * (x * residuals).mean())
            intercept.add_(2 * lr * residuals.mean())
    return losses
