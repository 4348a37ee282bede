"""Notes the first loss before the loop, whether or not there is a step.

fails: test_train_no_steps
score: 1.9
"""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    loss = nn.functional.mse_loss(model(x), y)
    losses = [loss.item()]
    for k in range(1, steps + 1):
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        loss = nn.functional.mse_loss(model(x), y)
        if k < steps:
            losses.append(loss.item())
    return losses
