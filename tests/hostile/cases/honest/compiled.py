"""A helper is compiled by torch, a module too.

verdict: full
"""

@torch.compile
def squared(values):
    return values**2


@torch.compile(dynamic=True)
def doubled(values):
    return 2 * values


model = torch.nn.Linear(1, 1)
model.compile()
model(torch.ones(1, 1))
torch.compile(model)(torch.ones(1, 1))


def total(values):
    return float(squared(torch.as_tensor(np.asarray(values, dtype=float))).sum())
