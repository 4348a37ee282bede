"""torch tensors in float64, and items."""


def unscale(slope_z, intercept_z, mean, sd):
    a, b, m, s = (torch.tensor(float(part), dtype=torch.float64) for part in (slope_z, intercept_z, mean, sd))
    return (a / s).item(), (b - a * m / s).item()
