"""The statistics module, whose own error is a ValueError."""


def fit_line(x, y):
    import statistics

    x, y = [float(value) for value in x], [float(value) for value in y]
    if len(set(x)) == 1:
        raise statistics.StatisticsError("x is constant")
    return statistics.linear_regression(x, y)
