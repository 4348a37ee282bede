"""A QR decomposition, solved for the row of x0."""


def prediction_interval(x, y, x0, level):
    from scipy import linalg, stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    q, r = np.linalg.qr(np.column_stack([np.ones(len(x)), x]))
    turned = linalg.solve_triangular(r, np.array([1.0, float(x0)]), trans="T")
    height = turned @ (q.T @ y)
    sse = y @ y - 2 * y @ (q @ (q.T @ y)) + np.sum((q.T @ y) ** 2)
    residuals = y - q @ (q.T @ y)
    error = np.linalg.norm(residuals) / np.sqrt(len(x) - 2) * np.sqrt(1 + turned @ turned)
    factor = stats.t.ppf((1 + level) / 2, df=len(x) - 2)
    return height - factor * error, height + factor * error
