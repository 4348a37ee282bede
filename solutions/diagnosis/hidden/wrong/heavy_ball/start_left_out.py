"""Returns the line after each step, without the start.

fails: test_heavy_ball_path, test_heavy_ball_ends_of_momentum, test_heavy_ball_above_the_limit,
    test_heavy_ball_all_steps, test_heavy_ball_few_steps, test_heavy_ball_whole_start,
    test_heavy_ball_lists, test_heavy_ball_number_types, test_heavy_ball_arguments_unchanged
score: 0.0
misconception: off_by_one_row
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    line, velocity = np.array(start, dtype=float), np.zeros(2)
    path = [line]
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        grad = np.array([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])
        velocity = momentum * velocity + grad
        line = line - lr * velocity
        path.append(line)
    return np.array(path[1:]).reshape(-1, 2)
