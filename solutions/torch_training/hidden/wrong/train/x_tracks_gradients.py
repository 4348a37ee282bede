"""Asks for gradients of x too, in the tensor it was given.

fails: test_train_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def train(model, x, y, lr, steps):
    x.requires_grad_(True)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
