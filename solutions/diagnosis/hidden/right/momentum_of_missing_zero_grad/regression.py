"""Regresses what is left of each velocity on the velocity before, in float32."""

path = forgetful_path.astype(np.float32)
velocity = -np.diff(path, axis=0) / np.float32(lr_post)
residuals = y_post[:, None] - x_post[:, None] * path[:-1, 0] - path[:-1, 1]
gradients = np.column_stack([-2 * np.mean(x_post[:, None] * residuals, axis=0), -2 * np.mean(residuals, axis=0)])
left = (velocity - gradients)[1:].ravel()
momentum_of_missing_zero_grad = np.dot(left, velocity[:-1].ravel()) / np.dot(velocity[:-1].ravel(), velocity[:-1].ravel())
