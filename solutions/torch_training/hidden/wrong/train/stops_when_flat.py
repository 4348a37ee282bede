"""Stops when the loss no longer changes, to save time.

fails: test_train_no_early_stop
score: 1.8
misconception: stopped_early
"""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        if len(losses) > 1 and abs(losses[-2] - losses[-1]) < 1e-6:
            break
        loss.backward()
        optimizer.step()
    return losses
