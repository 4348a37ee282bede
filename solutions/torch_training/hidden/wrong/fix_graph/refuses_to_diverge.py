"""Raises an error where the loss has grown tenfold.

fails: test_fix_graph_losses
outcome: raised
score: 1.3
"""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(loss.item())
        if losses[-1] > 10 * losses[0]:
            raise ValueError(f"the learning rate {lr} is too large: the loss has grown to {losses[-1]}")
        loss.backward()
        optimizer.step()
    return losses
