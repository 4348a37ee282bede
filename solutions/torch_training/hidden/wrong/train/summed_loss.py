"""Sums the squares for the step and notes their mean.

fails: test_train_losses, test_train_line, test_train_left_over, test_train_in_place,
    test_train_above_the_limit, test_train_no_early_stop, test_train_no_steps,
    test_train_arguments_unchanged
score: 0.0
misconception: sum_changes_only_printout
"""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y, reduction="sum")
        losses.append(loss.item() / len(x))
        loss.backward()
        optimizer.step()
    return losses
