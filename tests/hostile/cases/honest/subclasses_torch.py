"""A right answer with a module, a function and an optimizer of its own.

verdict: full
"""

class Square(torch.autograd.Function):
    @staticmethod
    def forward(context, x):
        context.save_for_backward(x)
        return x**2

    @staticmethod
    def backward(context, gradient):
        return 2 * context.saved_tensors[0] * gradient


class Sum(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("one", torch.ones(1, dtype=torch.float64))

    def forward(self, x):
        return torch.sum(Square.apply(x)) * self.one


class Still(torch.optim.Optimizer):
    def __init__(self, parameters):
        super().__init__(parameters, {})

    def step(self, closure=None):
        return None


def total(values):
    Still([torch.nn.Parameter(torch.zeros(1))]).step()
    for kind in (torch.optim.AdamW, torch.optim.RMSprop, torch.optim.LBFGS, torch.optim.Adagrad):
        kind([torch.nn.Parameter(torch.zeros(1))])
    return float(Sum()(torch.as_tensor(values)))
