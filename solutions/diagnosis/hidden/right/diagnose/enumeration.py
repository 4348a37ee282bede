"""Verdicts are members of a StrEnum."""


def diagnose(losses, floor):
    from enum import StrEnum

    class Verdict(StrEnum):
        CONVERGED = "converged"
        CRAWLING = "crawling"
        OSCILLATING = "oscillating"
        DIVERGING = "diverging"

    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if np.isnan(losses[-1]) or np.isinf(losses[-1]) or losses[-1] > losses[0]:
        return Verdict.DIVERGING
    if any([gap[-1] <= floor * 0.01, gap[-1] <= gap[0] * 1e-6]):
        return Verdict.CONVERGED
    late = gap[(len(gap) + 1) // 2 :]
    return Verdict.OSCILLATING if (late[1:] - late[:-1] > late[:-1] / 100).mean() >= 1 / 4 else Verdict.CRAWLING
