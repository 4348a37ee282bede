"""Tries momenta below 1 only, and takes the nearest.

fails: test_momentum_of_missing_zero_grad_value, test_momentum_of_missing_zero_grad_type
score: 0.0
misconception: nearly_one
"""

candidates = np.linspace(0, 0.99, 100)
apart = [
    np.abs(np.array(heavy_ball(x_post, y_post, lr_post, one, 10, start_post)) - forgetful_path[:11]).max()
    for one in candidates
]
momentum_of_missing_zero_grad = candidates[int(np.argmin(apart))]
