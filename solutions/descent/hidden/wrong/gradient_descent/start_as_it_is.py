"""Returns the start as it came where there is no step to take.

fails: test_gradient_descent_whole_start
score: 1.7
misconception: whole_number_path
"""


def gradient_descent(x, y, lr, steps, start):
    if steps == 0:
        return np.array([start])
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    line = np.array(start, dtype=float)
    rows = [line]
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        line = line + 2 * lr * np.array([np.mean(x * residuals), np.mean(residuals)])
        rows.append(line)
    return np.array(rows)
