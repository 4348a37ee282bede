"""torch's least squares in float64."""


def prediction_interval(x, y, x0, level):
    import torch
    from scipy import stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x = torch.as_tensor(np.asarray(x, dtype=float))
    y = torch.as_tensor(np.asarray(y, dtype=float))
    table = torch.stack([torch.ones_like(x), x], dim=1)
    theta = torch.linalg.lstsq(table, y[:, None]).solution[:, 0]
    row = torch.tensor([1.0, float(x0)], dtype=torch.float64)
    s_squared = torch.sum((y - table @ theta) ** 2) / (len(x) - 2)
    h = 1 + row @ torch.linalg.inv(table.T @ table) @ row
    half = stats.t.ppf((1 + level) / 2, len(x) - 2) * torch.sqrt(s_squared * h)
    return (row @ theta - half).item(), (row @ theta + half).item()
