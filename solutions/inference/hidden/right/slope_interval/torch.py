"""torch in float64, scipy for the quantile only."""


def slope_interval(x, y, level=0.95):
    import torch
    from scipy import stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x = torch.tensor(np.asarray(x, dtype=float))
    y = torch.tensor(np.asarray(y, dtype=float))
    xc, yc = x - x.mean(), y - y.mean()
    slope = torch.dot(xc, yc) / torch.dot(xc, xc)
    error = torch.sqrt(torch.sum((yc - slope * xc) ** 2) / (len(x) - 2) / torch.dot(xc, xc))
    half = stats.t.ppf((1 + float(level)) / 2, len(x) - 2) * error
    return (slope - half).item(), (slope + half).item()
