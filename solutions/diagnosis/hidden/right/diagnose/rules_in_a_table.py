"""Gaps in units of the first one, and the rules in a table in their order."""


def diagnose(losses, floor):
    loss = torch.as_tensor(np.asarray(losses, dtype=float))
    unit = loss[0] - floor
    gap = (loss - floor) / unit
    rules = {
        "diverging": lambda: not bool(torch.isfinite(loss[-1])) or bool(gap[-1] > 1),
        "converged": lambda: bool(gap[-1] <= 1e-6) or bool(loss[-1] <= 1.01 * floor),
        "oscillating": lambda: (gap[1:] > 1.01 * gap[:-1])[gap.numel() // 2:].double().mean().item() >= 0.25,
        "crawling": lambda: True,
    }
    return next(name for name, rule in rules.items() if rule())
