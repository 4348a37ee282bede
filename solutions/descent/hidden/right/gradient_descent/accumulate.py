"""itertools.accumulate carries the line from step to step."""


def gradient_descent(x, y, lr, steps, start):
    from itertools import accumulate

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)


    def one_step(line, _):
        r = y - line[0] * x - line[1]
        return line[0] + 2 * lr * np.mean(x * r), line[1] + 2 * lr * np.mean(r)


    first = (float(start[0]), float(start[1]))
    return np.array(list(accumulate(range(steps), one_step, initial=first)))
