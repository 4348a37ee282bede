"""A central difference with one tiny step for all units, lost to rounding in some.

fails: test_mse_gradient_any_unit, test_mse_gradient_number_types
score: 1.5
"""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)


    def loss(a, b):
        return np.mean((y - a * x - b) ** 2)


    h = 1e-8
    d_slope = (loss(slope + h, intercept) - loss(slope - h, intercept)) / (2 * h)
    return d_slope, (loss(slope, intercept + h) - loss(slope, intercept - h)) / (2 * h)
