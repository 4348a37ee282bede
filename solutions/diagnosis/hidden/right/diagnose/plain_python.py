"""Lists and a loop, without NumPy."""


def diagnose(losses, floor):
    import math

    losses = [float(loss) for loss in losses]
    floor = float(floor)
    first, last = losses[0] - floor, losses[-1] - floor
    if not math.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if last <= floor / 100 or last <= first / 1e6:
        return "converged"
    half = losses[(len(losses) - 1) // 2 :]
    raises = 0
    for before, after in zip(half, half[1:]):
        if after - before > 0.01 * (before - floor):
            raises += 1
    return "oscillating" if raises / (len(half) - 1) >= 0.25 else "crawling"
