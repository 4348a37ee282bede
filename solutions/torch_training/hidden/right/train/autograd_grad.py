"""Asks autograd for the gradients and never fills .grad."""


def train(model, x, y, lr, steps):
    parameters = list(model.parameters())
    losses = []
    for _ in range(steps):
        loss = nn.functional.mse_loss(y, model(x))
        gradients = torch.autograd.grad(loss, parameters)
        losses.append(loss.tolist())
        for parameter, gradient in zip(parameters, gradients):
            parameter.data.sub_(gradient, alpha=lr)
    return losses
