"""Takes the points off the ends of the lists it is given.

fails: test_slope_interval_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    points = []
    if isinstance(x, list):
        while x:
            points.append((x.pop(), y.pop()))
        x, y = [point[0] for point in points], [point[1] for point in points]
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 3:
        raise ValueError("an interval needs at least three points")
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    x_centred = x - x.mean()
    s_xx = np.sum(x_centred**2)
    slope = np.sum(x_centred * (y - y.mean())) / s_xx
    residuals = y - y.mean() - slope * x_centred
    error = np.sqrt(np.sum(residuals**2) / (len(x) - 2) / s_xx)
    half = stats.t.ppf((1 + level) / 2, len(x) - 2) * error
    return slope - half, slope + half
