"""Takes the number out, and trains a copy, because the history hangs on the model.

fails: test_fix_graph_line, test_fix_graph_left_over, test_fix_graph_in_place
score: 1.0
misconception: copy_trained
"""


def fix_graph(model, x, y, lr, steps):
    import copy

    model = copy.deepcopy(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
