"""Solves for it: the second velocity less its gradient, over the first velocity."""

steps_taken = np.diff(forgetful_path, axis=0) / -lr_post
residuals = y_post - forgetful_path[1, 0] * x_post - forgetful_path[1, 1]
second_gradient = np.array([-2 * np.mean(x_post * residuals), -2 * np.mean(residuals)])
momentum_of_missing_zero_grad = float((steps_taken[1] - second_gradient)[0] / steps_taken[0][0])
