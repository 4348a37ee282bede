"""A class that is iterated for ever, cut off by islice; gradients from autograd."""


class Ball:
    def __init__(self, x, y, lr, momentum):
        self.x, self.y = np.asarray(x, np.float64), np.asarray(y, np.float64)
        self.lr, self.mu, self.v = lr, momentum, np.zeros(2)
    def gradient(self, p):
        q = torch.tensor(p, requires_grad=True)
        loss = ((torch.tensor(self.y) - q[0] * torch.tensor(self.x) - q[1]) ** 2).mean()
        return torch.autograd.grad(loss, q)[0].numpy()
    def __iter__(self):
        p = self.p
        while True:
            yield p
            self.v = self.mu * self.v + self.gradient(p)
            p = p - self.lr * self.v
def heavy_ball(x, y, lr, momentum, steps, start):
    from itertools import islice
    ball = Ball(x, y, lr, momentum)
    ball.p = np.array([start[0], start[1]], dtype=np.float64)
    return np.array(list(islice(ball, steps + 1)))
