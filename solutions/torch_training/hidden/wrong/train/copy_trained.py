"""Trains a copy, to leave the caller's model alone.

fails: test_train_line, test_train_left_over, test_train_in_place, test_train_above_the_limit,
    test_train_no_early_stop, test_train_no_steps, test_train_arguments_unchanged
score: 0.6
misconception: copy_trained
"""


def train(model, x, y, lr, steps):
    import copy

    model = copy.deepcopy(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
