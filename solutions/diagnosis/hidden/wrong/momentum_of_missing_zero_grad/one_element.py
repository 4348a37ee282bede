"""Picks the candidates at the smallest distance, which gives an array.

fails: test_momentum_of_missing_zero_grad_type
score: 1.5
misconception: number_in_a_box
"""

candidates = np.linspace(0, 2, 41)
apart = np.array([
    np.abs(np.array(heavy_ball(x_post, y_post, lr_post, one, 10, start_post)) - forgetful_path[:11]).max()
    for one in candidates
])
momentum_of_missing_zero_grad = candidates[apart == apart.min()]
