"""torch.func: the model as a function of its parameters, whose data are replaced."""

from torch.func import functional_call, grad_and_value
def train(model, x, y, lr, steps):
    X, Y = x, y
    def loss_of(params):
        return (functional_call(model, params, (X,)) - Y).pow(2).mean()
    step = grad_and_value(loss_of)
    out = []
    for _ in range(steps):
        grads, value = step({k: v.detach() for k, v in model.named_parameters()})
        out += [value.item()]
        for k, p in model.named_parameters():
            p.data = p.data - lr * grads[k]
    return out
