"""A question a line, and helpers for each."""


def diagnose(losses, floor):
    gaps = [float(loss) - float(floor) for loss in losses]
    steps = list(zip(gaps, gaps[1:]))
    late = steps[len(steps) // 2 :]

    def diverges():
        return gaps[-1] != gaps[-1] or gaps[-1] == float("inf") or gaps[-1] > gaps[0]

    def has_arrived():
        return gaps[-1] <= 0.01 * floor or gaps[-1] <= 1e-6 * gaps[0]

    def swings():
        return 4 * sum(after > 1.01 * before for before, after in late) >= len(late)

    return "diverging" if diverges() else "converged" if has_arrived() else "oscillating" if swings() else "crawling"
