"""Puts new parameters into the model in each step.

fails: test_train_in_place
score: 1.8
misconception: parameters_replaced
"""


def train(model, x, y, lr, steps):
    losses = []
    for _ in range(steps):
        model.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(loss.item())
        loss.backward()
        slope, intercept = model.linear.weight, model.linear.bias
        model.linear.weight = nn.Parameter(slope.detach() - lr * slope.grad)
        model.linear.bias = nn.Parameter(intercept.detach() - lr * intercept.grad)
    return losses
