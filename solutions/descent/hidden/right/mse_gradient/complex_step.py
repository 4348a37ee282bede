"""The derivative as the imaginary part of a complex step."""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)


    def loss(a, b):
        return np.mean((y - a * x - b) ** 2)


    tiny = 1e-200j
    return loss(slope + tiny, intercept).imag / 1e-200, loss(slope, intercept + tiny).imag / 1e-200
