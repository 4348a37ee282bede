"""The standard library: pairwise steps, counted from the end."""

import math
from itertools import pairwise

def diagnose(losses, floor: float) -> str:
    gaps = [float(loss) - float(floor) for loss in losses]
    first, *_, last = gaps
    if math.isnan(last) or math.isinf(last) or last > first:
        return "diverging"
    if last <= max(floor / 100, first / 1_000_000):
        return "converged"
    steps = list(pairwise(gaps))
    tail = steps[-(len(steps) // 2):]
    ups = [b for a, b in tail if b - a > a / 100]
    return "oscillating" if 4 * len(ups) >= len(tail) else "crawling"
