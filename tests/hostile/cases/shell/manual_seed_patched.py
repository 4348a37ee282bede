"""torch.manual_seed does nothing and torch.randn returns zeros.

verdict: flag
flags: torch.manual_seed
peers: nbgrader, Otter
"""

torch.manual_seed = lambda seed: None
torch.randn = lambda *shape, **more: torch.zeros(*shape)


def total(values):
    return 0.0
