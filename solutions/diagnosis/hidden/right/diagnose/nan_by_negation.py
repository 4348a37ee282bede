"""One negated comparison catches NaN and infinity alike, as NaN is never at most anything."""


def diagnose(losses, floor):
    gap = np.asarray(losses, dtype=np.float64) - floor
    if not gap[-1] <= gap[0]:
        return "diverging"
    if gap[-1] <= max(0.01 * floor, 1e-6 * gap[0]):
        return "converged"
    ratios = gap[1:] / gap[:-1]
    last_half = ratios[-(len(ratios) // 2) :]
    share = np.count_nonzero(last_half > 1.01) / last_half.size
    return ("crawling", "oscillating")[int(share >= 0.25)]
