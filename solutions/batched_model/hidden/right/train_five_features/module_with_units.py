"""A module that keeps means and standard deviations, those of y too, and predicts when called with an array."""


class Line5(torch.nn.Module):
    def __init__(self, mu, sd, ymu, ysd):
        super().__init__()
        for k, v in dict(mu=mu, sd=sd, ymu=ymu, ysd=ysd).items():
            self.register_buffer(k, torch.as_tensor(v))
        self.w = torch.nn.Parameter(torch.randn(5, dtype=torch.double))
        self.b = torch.nn.Parameter(torch.zeros((), dtype=torch.double))
    def forward(self, x):
        return torch.einsum("ij,j->i", (x - self.mu) / self.sd, self.w) + self.b
    def __call__(self, x):
        if isinstance(x, torch.Tensor):
            return super().__call__(x)
        with torch.no_grad():
            x = torch.tensor(np.asarray(x, dtype=float))
            return (super().__call__(x) * self.ysd + self.ymu).numpy()

def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X, y = np.asarray(X, float), np.asarray(y, float)
    torch.manual_seed(seed)
    spread = np.ptp(X, axis=0)
    sd = np.where(spread > 0, X.std(axis=0), 1)
    ysd = y.std() or 1.0
    m = Line5(X.mean(0), sd, y.mean(), ysd)
    Xt, yt = torch.tensor(X), torch.tensor((y - y.mean()) / ysd)
    for _ in range(epochs):
        for idx in torch.randperm(len(yt)).split(batch_size):
            m.zero_grad()
            ((m(Xt[idx]) - yt[idx]) ** 2).mean().backward()
            with torch.no_grad():
                for p in m.parameters():
                    p -= lr * p.grad
    return m
