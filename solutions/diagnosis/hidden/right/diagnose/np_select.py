"""np.select takes the first condition that holds, and gives a NumPy string."""


def diagnose(losses, floor):
    with np.errstate(all="ignore"):
        gap = np.array(losses, dtype=float) - floor
        rises = np.diff(gap) / gap[:-1] > 0.01
    names = np.array(["diverging", "converged", "oscillating"])
    conditions = [
        ~np.isfinite(gap[-1]) | (gap[-1] > gap[0]),
        (gap[-1] <= 0.01 * floor) | (gap[-1] <= 1e-6 * gap[0]),
        np.mean(np.array_split(rises, 2)[1]) >= 0.25,
    ]
    return np.select(conditions, names, default="crawling")[()]
