"""Halves the learning rate after each rise of the loss.

fails: test_fix_dtype_losses
score: 1.3
"""


def fix_dtype(model, x, y, lr, steps):
    x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)
    losses = []
    for _ in range(steps):
        model.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        if losses and loss.item() > losses[-1]:
            lr = lr / 2
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            for parameter in model.parameters():
                parameter -= lr * parameter.grad
    return losses
