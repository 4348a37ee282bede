"""The spectral norm of the Hessian."""


def max_learning_rate(x):
    return 2 / np.linalg.norm(np.asarray(mse_hessian(x)), 2)
