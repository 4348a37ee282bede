"""A generator of losses; parameters moved together, gradients set to None."""


def train(model, x, y, lr, steps):
    X, Y = x, y
    def walk():
        w, b = model.linear.weight, model.linear.bias
        for _ in range(steps):
            for p in (w, b):
                p.grad = None
            residual = nn.functional.linear(X, w, b) - Y
            loss = torch.einsum("ij,ij->", residual, residual) / residual.numel()
            yield loss.tolist()
            loss.backward()
            torch._foreach_add_([w.data, b.data], [w.grad, b.grad], alpha=-lr)
    return list(walk())
