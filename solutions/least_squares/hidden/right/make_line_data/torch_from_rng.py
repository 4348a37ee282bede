"""torch draws, from a generator of its own that is seeded from rng."""


def make_line_data(n, slope, intercept, sigma, rng):
    import torch

    source = torch.Generator().manual_seed(int(rng.integers(2**62)))
    x = 10 * torch.rand(int(n), generator=source, dtype=torch.float64).numpy()
    noise = torch.randn(int(n), generator=source, dtype=torch.float64).numpy()
    return x, slope * x + intercept + sigma * noise
