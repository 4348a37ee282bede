"""Takes the number with float, and silences all warnings because of the one that says so.

fails: test_fix_graph_warnings
score: 1.7
misconception: warnings_can_be_ignored
"""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        warnings.filterwarnings("ignore")
        losses.append(float(loss))
        loss.backward()
        optimizer.step()
    return losses
