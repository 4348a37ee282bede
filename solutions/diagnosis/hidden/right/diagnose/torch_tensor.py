"""torch does the arithmetic, in float64."""


def diagnose(losses, floor):
    losses = torch.tensor(np.array(losses, dtype=float))
    gap = losses - float(floor)
    if not torch.isfinite(gap[-1]) or gap[-1] > gap[0]:
        return "diverging"
    if bool((gap[-1] <= 0.01 * floor) | (gap[-1] <= 1e-6 * gap[0])):
        return "converged"
    half = gap[gap.numel() // 2 :]
    raised = (half[1:] > 1.01 * half[:-1]).double().mean()
    if raised.item() >= 0.25:
        return "oscillating"
    return "crawling"
