"""lstsq on standardised x, turned back afterwards."""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    mean, sd = x.mean(), x.std()
    table = np.column_stack([(x - mean) / sd, np.ones(len(x))])
    (slope_z, intercept_z), *_ = np.linalg.lstsq(table, y, rcond=None)
    return slope_z / sd, intercept_z - slope_z * mean / sd
