"""Walks in float64 on numbers of its own, and writes the end into the model."""


def train(model, x, y, lr, steps):
    parameters = list(model.parameters())
    slope, intercept = (parameter.item() for parameter in parameters)
    x, y = x.numpy().astype(float).ravel(), y.numpy().astype(float).ravel()
    losses = []
    for _ in range(steps):
        residuals = y - slope * x - intercept
        losses.append(float(np.mean(residuals**2)))
        slope, intercept = slope + 2 * lr * np.mean(residuals * x), intercept + 2 * lr * np.mean(residuals)
    with torch.no_grad():
        parameters[0].fill_(slope)
        parameters[1].fill_(intercept)
    return losses
