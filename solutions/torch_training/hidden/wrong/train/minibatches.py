"""Draws a few points for each step, since SGD is stochastic.

fails: test_train_losses, test_train_line, test_train_left_over, test_train_in_place,
    test_train_above_the_limit, test_train_no_early_stop, test_train_no_steps,
    test_train_arguments_unchanged
score: 0.0
misconception: sgd_is_random
"""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        rows = torch.randperm(len(x))[:8]
        loss = nn.functional.mse_loss(model(x[rows]), y[rows])
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
