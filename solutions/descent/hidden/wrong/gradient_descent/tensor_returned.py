"""Makes a tensor of the path by torch.Tensor, which is float32.

fails: test_gradient_descent_number_types
score: 1.8
misconception: float32_is_harmless
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    slope, intercept = (float(part) for part in start)
    path = [(slope, intercept)]
    for _ in range(steps):
        d_slope, d_intercept = mse_gradient(slope, intercept, x, y)
        slope, intercept = slope - lr * d_slope, intercept - lr * d_intercept
        path.append((slope, intercept))
    import torch

    return torch.Tensor(path)
