"""A QR decomposition of the centred table."""


def slope_interval(x, y, level=0.95):
    import scipy.stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    q, r = np.linalg.qr(np.column_stack([np.ones(len(x)), x - x.mean()]))
    slope = (q.T @ y)[1] / r[1, 1]
    residuals = y - q @ (q.T @ y)
    error = np.linalg.norm(residuals) / np.sqrt(len(x) - 2) / abs(r[1, 1])
    factor = scipy.stats.t(df=len(x) - 2).ppf(0.5 + level / 2)
    return slope - factor * error, slope + factor * error
