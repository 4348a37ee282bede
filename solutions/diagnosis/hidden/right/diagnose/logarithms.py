"""Rises are differences of the gap's logarithm, as on a logarithmic axis."""


def diagnose(losses, floor):
    with np.errstate(all="ignore"):
        losses = np.array(losses, dtype=float)
        gap = losses - floor
        late = np.diff(np.log(gap))[len(gap) // 2 :]
    if not np.all(np.isfinite(losses[-1:])) or losses[-1] > losses[0]:
        return "diverging"
    if abs(gap[-1]) <= 0.01 * floor or abs(gap[-1]) <= 1e-6 * gap[0]:
        return "converged"
    return "oscillating" if np.mean(late > np.log(1.01)) >= 0.25 else "crawling"
