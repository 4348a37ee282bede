"""Stacks the detached losses at the end and makes a list of floats."""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(loss.detach())
        loss.backward()
        optimizer.step()
    return torch.stack(losses).tolist() if losses else []
