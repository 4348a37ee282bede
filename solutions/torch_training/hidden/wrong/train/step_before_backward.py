"""Steps before backward, and clears afterwards: each step uses the gradient before.

fails: test_train_losses, test_train_line, test_train_left_over, test_train_in_place,
    test_train_above_the_limit, test_train_no_early_stop, test_train_no_steps,
    test_train_arguments_unchanged
score: 0.0
misconception: step_before_backward
"""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        optimizer.step()
        optimizer.zero_grad()
        loss.backward()
    return losses
