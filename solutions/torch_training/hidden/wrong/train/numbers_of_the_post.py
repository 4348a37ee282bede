"""Copies the post's loop, its learning rate and its number of steps included.

fails: test_train_losses, test_train_line, test_train_left_over, test_train_in_place,
    test_train_above_the_limit, test_train_no_early_stop, test_train_no_steps,
    test_train_arguments_unchanged
score: 0.0
misconception: settings_typed_in
"""


def train(model, x, y, lr, steps):
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    epochs = 100
    losses = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        y_pred = model(x)
        loss = criterion(y_pred, y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
