"""Draws all data sets, then makes all intervals, then compares as arrays."""


def coverage(interval, draw, truth, n_datasets, rng):
    datasets = [draw(rng) for _ in range(n_datasets)]
    ends = np.array([interval(x, y) for x, y in datasets])
    return float(np.mean((ends[:, 0] <= truth) & (truth <= ends[:, 1])))
