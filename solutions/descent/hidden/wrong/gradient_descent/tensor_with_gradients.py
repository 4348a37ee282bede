"""Stacks lines that still track gradients: NumPy refuses to make an array of them, and so does the cell's own check.

fails: test_gradient_descent_path, test_gradient_descent_above_the_limit,
    test_gradient_descent_no_early_stop, test_gradient_descent_no_steps,
    test_gradient_descent_whole_start, test_gradient_descent_lists,
    test_gradient_descent_number_types, test_gradient_descent_arguments_unchanged
score: 0.0
"""


def gradient_descent(x, y, lr, steps, start):
    import torch

    x, y = (torch.tensor(np.asarray(values, dtype=float)) for values in (x, y))
    line = torch.tensor([float(part) for part in start], dtype=torch.float64, requires_grad=True)
    path = [line]
    for _ in range(int(steps)):
        (gradient,) = torch.autograd.grad(((y - line[0] * x - line[1]) ** 2).mean(), line)
        line = line - lr * gradient
        path.append(line)
    return torch.stack(path)
