"""Asks for the gradients, and updates in place."""


def fix_graph(model, x, y, lr, steps):
    losses = []
    for _ in range(steps):
        loss = (y - model(x)).square().mean()
        gradients = torch.autograd.grad(loss, list(model.parameters()))
        losses.append(loss.data.item())
        with torch.no_grad():
            torch._foreach_add_(list(model.parameters()), list(gradients), alpha=-lr)
    return losses
