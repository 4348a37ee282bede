"""Binds the distance that was found, and not the momentum.

fails: test_momentum_of_missing_zero_grad_value, test_momentum_of_missing_zero_grad_type
score: 0.0
"""

apart = {
    one: np.abs(np.array(heavy_ball(x_post, y_post, lr_post, one, 10, start_post)) - forgetful_path[:11]).max()
    for one in np.linspace(0, 2, 81)
}
momentum_of_missing_zero_grad = min(apart.values())
