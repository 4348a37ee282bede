"""The gradient is linear, so its differences are exact."""


def mse_hessian(x):
    x = np.asarray(x, dtype=float)
    zero = np.zeros(len(x))
    return np.array([mse_gradient(1.0, 0.0, x, zero), mse_gradient(0.0, 1.0, x, zero)])
