"""Searches with an optimiser, which leaves the last digits to rounding."""

from scipy.optimize import minimize_scalar


def distance(momentum):
    rolled = np.array(heavy_ball(x_post, y_post, lr_post, momentum, 15, start_post))
    return np.sum((rolled - forgetful_path[:16]) ** 2)


momentum_of_missing_zero_grad = minimize_scalar(distance, bounds=(0, 1.5), method="bounded").x
