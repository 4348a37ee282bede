"""Notes each loss after its step.

fails: test_train_losses, test_train_above_the_limit, test_train_no_early_stop, test_train_no_steps
score: 0.9
misconception: loss_after_step
"""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            losses.append(nn.functional.mse_loss(model(x), y).item())
    return losses
