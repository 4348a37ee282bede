"""Takes a smaller learning rate than it was asked for, because smaller is safer.

fails: test_train_losses, test_train_line, test_train_above_the_limit, test_train_no_early_stop
score: 0.6
misconception: smaller_lr_is_safer
"""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=min(lr, 0.01))
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
