"""rng.choice of rows of a table, linregress for each."""


def pairs_bootstrap(x, y, n_resamples, rng):
    from scipy.stats import linregress

    points = np.column_stack([x, y]).astype(float)
    lines = np.zeros((n_resamples, 2))
    for i in range(n_resamples):
        found = linregress(*rng.choice(points, size=len(points), replace=True).T)
        lines[i] = found.slope, found.intercept
    return lines
