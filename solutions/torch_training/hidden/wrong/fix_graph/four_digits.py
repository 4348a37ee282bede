"""Keeps four digits after the point.

fails: test_fix_graph_losses
score: 1.3
misconception: rounded_losses
"""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(round(loss.item(), 4))
        loss.backward()
        optimizer.step()
    return losses
