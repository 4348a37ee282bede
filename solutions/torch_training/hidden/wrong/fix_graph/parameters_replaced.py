"""Takes the number out, and gives the model new parameters at the end, without a history.

fails: test_fix_graph_in_place
score: 1.7
misconception: parameters_replaced
"""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    model.linear.weight = nn.Parameter(model.linear.weight.detach().clone())
    model.linear.bias = nn.Parameter(model.linear.bias.detach().clone())
    return losses
