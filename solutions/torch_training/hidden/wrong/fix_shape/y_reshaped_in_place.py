"""Gives the caller's y another shape.

fails: test_fix_shape_in_place
score: 1.7
misconception: changed_arguments
"""


def fix_shape(model, x, y, lr, steps):
    y.unsqueeze_(1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
