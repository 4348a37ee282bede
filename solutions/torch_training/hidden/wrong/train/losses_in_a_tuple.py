"""Returns the losses as a tuple.

fails: test_train_losses, test_train_above_the_limit, test_train_no_early_stop, test_train_no_steps
score: 0.9
"""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return tuple(losses)
