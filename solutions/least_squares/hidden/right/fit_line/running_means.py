"""Keeps means and sums of squares up to date, point by point."""


def fit_line(x, y):
    mx = my = sxx = sxy = 0.0; k = 0
    for a, b in zip(map(float, x), map(float, y)):
        k += 1; dx = a - mx; mx += dx / k; my += (b - my) / k
        sxx += dx * (a - mx); sxy += dx * (b - my)
    if k < 2 or sxx == 0: raise ValueError("not enough")
    return sxy / sxx, my - sxy / sxx * mx
