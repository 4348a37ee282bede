"""Hidden tests of descent: six functions, on fresh data every time.

Inputs are float64 arrays unless a test says otherwise, come from the run's recorded seed, and never have the
20 points of the post. Nothing here is judged by chance: a right answer passes with every seed. Every test
that expects an error, or looks at one more case, first expects a right answer in the ordinary case.

CLOSE is relative. Two right ways differ by less than 1e-9, float32 by about 1e-6, and the wrong formulas
tested here by more than 1e-3. That float32 is too little is a test of its own, on data where it shows.
"""

import numpy as np
import pytest

from autograder.expect import array, integer, number, pair
from autograder.student import StudentRaised

CLOSE = 1e-5
TRUTH = np.array([5.0, 10.0])  # the line of the post, which no data here were made from


# What every exercise needs ------------------------------------------------------------------------------


def flat(values):
    """Return numbers as a float64 vector."""
    return np.asarray(values, dtype=float).reshape(-1)


def noisy_line(rng):
    """Draw points around a line; the mean of x is well above 0, so slope and intercept are coupled."""
    n = int(rng.integers(25, 60))
    x = rng.uniform(-1, 2) + rng.uniform(6, 10) * rng.random(n)
    y = rng.uniform(2, 6) * x + rng.uniform(5, 12) + rng.normal(0, 1.5, size=n)
    return x, y


def both_sides(rng):
    """Draw x on both sides of 0, spread evenly: the curvatures differ by a factor of about ten."""
    n = int(rng.integers(25, 60))
    return rng.uniform(-2, -1) + rng.uniform(7, 9) * (rng.permutation(n) + rng.random(n)) / n


def gradient(slope, intercept, x, y):
    """Compute both derivatives of the mean squared error, in float64."""
    x, y = flat(x), flat(y)
    residuals = y - slope * x - intercept
    return np.array([x @ residuals, residuals.sum()]) * (-2 / len(x))


def hessian(x):
    """Compute the second derivatives of the mean squared error, in float64."""
    x = flat(x)
    return 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])


def curvatures(x):
    """Compute the eigenvalues of the Hessian, the smaller one first."""
    return np.linalg.eigvalsh(hessian(x))


def best_line(x, y):
    """Fit least squares by the centred formula."""
    x, y = flat(x), flat(y)
    slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
    return np.array([slope, y.mean() - slope * x.mean()])


def walk(x, y, lr, steps, start):
    """Take the steps one by one; returns the start and the line after each."""
    columns, y = np.stack([flat(x), np.ones(len(x))]), flat(y)
    path, rate = [flat(start)], 2 * lr / len(y)
    for _ in range(steps):
        path.append(path[-1] + rate * (columns @ (y - path[-1] @ columns)))
    return np.array(path)


def turns(x, y, lr, steps, start, order):
    """Take the steps with one parameter moved before the other one's derivative is taken."""
    path = [flat(start)]
    for _ in range(steps):
        line = path[-1].copy()
        for which in order:
            line[which] -= lr * gradient(*line, x, y)[which]
        path.append(line)
    return np.array(path)


def a_start(rng):
    """Draw a line that is far below every point."""
    return rng.uniform([-2, -3], [1, 3])


def a_rate(rng, x, low=0.5, high=0.8):
    """Draw a learning rate; lr times the larger curvature lies between low and high, and 2 is the limit."""
    return float(rng.uniform(low, high) / curvatures(x)[1])


def same(got, wanted):
    """Say whether a reply is `wanted` but for rounding, shape included."""
    got, wanted = np.asarray(got, dtype=float), np.asarray(wanted, dtype=float)
    size = np.max(np.abs(wanted))
    return got.shape == wanted.shape and np.allclose(got, wanted, rtol=CLOSE, atol=1e-9 * size)


def near(*wanted):
    """Recognise a reply that is one of several values."""
    return lambda got: got is not None and any(same(got, one) for one in wanted)


def is_none(got):
    """Recognise a function that does not return."""
    return got is None


def roughly(wanted, share=0.5):
    """Recognise a reply that is near the right one, or not finite: what rounding and overflow leave."""

    def recognised(got):
        got = np.asarray(got, dtype=float)
        shift = np.abs(got - wanted) / np.max(np.abs(wanted))
        return got.shape == np.shape(wanted) and not np.all(shift > share)

    return recognised


# First among the mistakes where an error is asked for: there, None is no sign of a result that was only printed.
NONE_FOR_AN_ERROR = {"nothing_returned": lambda got: False, "refused_with_none": is_none}


def check_refused(function, *arguments):
    """Expect a ValueError from the call; what it says is the student's to word."""
    with pytest.raises(ValueError):  # noqa: PT011
        function(*arguments)


def check_unchanged(student, mistakes, name, arguments):
    """Expect the arrays among the arguments of a call to be the same after it, also where they are lists."""
    mistakes(changed_arguments=lambda got: True)
    lists = [one.tolist() if isinstance(one, np.ndarray) else one for one in arguments]
    for handed in (arguments, lists):
        try:
            after = student.arguments_after(name, *handed)
        except StudentRaised:
            if handed is lists:
                return  # that lists are taken is a test of its own
            raise
        assert len(after) == len(arguments)
        for before, now in zip(arguments, after, strict=True):
            if isinstance(before, np.ndarray):
                assert np.array_equal(before, array(now, shape=(None,)))


# mse_gradient -------------------------------------------------------------------------------------------


def off_the_points(rng, x, y):
    """Draw a line on one side of the points, so that neither derivative is near 0."""
    side = rng.choice([-1.0, 1.0])
    slope, intercept = best_line(x, y) + side * rng.uniform([1, 2], [3, 6])
    return float(slope), float(intercept)


def tables(slope, intercept, x, y):
    """Yield what comes out when each x meets each y, by mean and by sum over n."""
    x, y = flat(x), flat(y)
    residuals = y[None, :] - slope * x[:, None] - intercept
    for weight in (x[:, None], x[None, :]):
        for terms in (residuals, residuals.T):
            means = np.array([-2 * np.mean(weight * terms), -2 * np.mean(terms)])
            yield means
            yield means * len(x)


def check_gradient(student, mistakes, slope, intercept, x, y, **more_mistakes):
    """Compare the student's mse_gradient with minus twice the means, in float64."""
    right = gradient(slope, intercept, x, y)
    n, mean = len(x), np.mean(flat(x))
    mistakes(
        nothing_returned=is_none,
        two_forgotten=near(right / 2, -right / 2),
        sum_changes_only_printout=near(right * n, right * n / 2),
        uphill=near(-right, -right * n),
        swapped_order=near(right[::-1]),
        x_outside_the_sum=near((mean * right[1], right[1]), (mean * n * right[1], right[1])),
        broadcast=near(*tables(slope, intercept, x, y)),
        **more_mistakes,
    )
    got = pair(student.mse_gradient(slope, intercept, x, y))
    assert got == pytest.approx(tuple(right), rel=CLOSE, abs=0)


@pytest.mark.exercise("mse_gradient", weight=6)
def test_mse_gradient_value(student, rng, mistakes):
    """mse_gradient returns both derivatives of the mean squared error, the one for the slope first."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    x, y = noisy_line(rng)
    check_gradient(student, mistakes, *off_the_points(rng, x, y), x, y)


@pytest.mark.exercise("mse_gradient", weight=2)
def test_mse_gradient_any_unit(student, rng, mistakes):
    """mse_gradient is right in any unit: x may be in millionths or in millions, on both sides of 0, and 0 itself."""
    x, y = noisy_line(rng)
    slope, intercept = off_the_points(rng, x, y)
    moved = x - x[int(np.argsort(x)[len(x) // 3])]

    check_gradient(student, mistakes, slope, intercept, x, y)
    for unit in (1e-6, 1e6):
        check_gradient(student, mistakes, slope / unit, intercept, x * unit, y)
    check_gradient(student, mistakes, *off_the_points(rng, moved, y), moved, y)


@pytest.mark.exercise("mse_gradient", weight=1)
def test_mse_gradient_single_point(student, rng, mistakes):
    """mse_gradient works for a single point too."""
    x, y = noisy_line(rng)
    line = off_the_points(rng, x, y)
    last = int(np.argmax(x))

    check_gradient(student, mistakes, *line, x, y)
    check_gradient(student, mistakes, *line, x[last : last + 1], flat(line[0] * x[last] + line[1] + 4))


@pytest.mark.exercise("mse_gradient", weight=2)
def test_mse_gradient_whole_parameters(student, rng, mistakes):
    """mse_gradient takes whole numbers and NumPy scalars for slope and intercept."""
    x, y = noisy_line(rng)
    slope, intercept = (int(part) for part in np.floor(best_line(x, y)) - 4)

    check_gradient(student, mistakes, *off_the_points(rng, x, y), x, y)
    check_gradient(student, mistakes, slope, intercept, x, y)
    check_gradient(student, mistakes, np.int64(slope), np.float64(intercept), x, y)
    check_gradient(student, mistakes, 0, 0, x, y + 5)


@pytest.mark.exercise("mse_gradient", weight=2)
def test_mse_gradient_lists(student, rng, mistakes):
    """mse_gradient takes lists and gives the same derivatives as for arrays."""
    x, y = noisy_line(rng)
    check_gradient(student, mistakes, *off_the_points(rng, x, y), x.tolist(), y.tolist())


@pytest.mark.exercise("mse_gradient", weight=3)
def test_mse_gradient_number_types(student, rng, mistakes):
    """mse_gradient computes in float64, also for integer and float32 arrays whose products overflow."""
    x, y = noisy_line(rng)
    n = len(x)
    # A uint8 wraps round above 255, an int32 above 2e9, and a float32 is inf above 3e38. One of the two
    # parameters stays a float: that both may be whole is a test of its own.
    bytes_ = rng.integers(60, 250, size=n).astype(np.uint8), rng.integers(0, 100, size=n).astype(np.uint8)
    integers = rng.integers([[50_000], [10_000]], [[90_000], [20_000]], size=(2, n)).astype(np.int32)
    singles = (x * 1e3).astype(np.float32), (y * 1e36).astype(np.float32)

    check_gradient(student, mistakes, *off_the_points(rng, x, y), x, y)
    for line, data in [((3, 20.0), bytes_), ((3, 500.0), integers), ((-2e33, -3e36), singles)]:
        with np.errstate(over="ignore"):
            residuals = data[1] - line[0] * data[0] - line[1]
            lost = near((-2 * np.mean(data[0] * residuals), -2 * np.mean(residuals)))
        check_gradient(
            student,
            mistakes,
            *line,
            *data,
            float32_is_harmless=lambda got, lost=lost: not np.all(np.isfinite(got)) or lost(got),
        )


@pytest.mark.exercise("mse_gradient", weight=2)
def test_mse_gradient_small_residuals(student, rng, mistakes):
    """mse_gradient keeps its digits when x and y are in millions and the line is a few units off."""
    # Stays although an answer in float32 fails the test before as well: no type suggests it here.
    x, y = noisy_line(rng)
    slope, intercept = (float(part) for part in best_line(x, y))
    residuals = y - slope * x - intercept + rng.uniform(4, 8)
    far = x + 1e6
    line, data = (slope, intercept), (far, slope * far + intercept + residuals)

    check_gradient(student, mistakes, *off_the_points(rng, x, y), x, y)
    lost = roughly(gradient(*line, *data), share=2.0)
    check_gradient(student, mistakes, *line, *data, float32_is_harmless=lost)


@pytest.mark.exercise("mse_gradient", weight=2)
def test_mse_gradient_arguments_unchanged(student, rng, mistakes):
    """mse_gradient gives the right derivatives and leaves the arrays and lists it is given as they were."""
    x, y = noisy_line(rng)
    line = off_the_points(rng, x, y)

    check_gradient(student, mistakes, *line, x, y)
    check_unchanged(student, mistakes, "mse_gradient", (*line, x, y))


# gradient_descent ---------------------------------------------------------------------------------------


def shorter_or_longer(path):
    """Recognise a path without its start or its last row, or with one row too many."""
    rows = len(path)

    def recognised(got):
        got = np.asarray(got, dtype=float)
        if got.ndim != 2 or got.shape[1] != 2 or got.shape[0] == rows:
            return False
        return any(same(got, part) for part in (path[1:], path[:-1])) or got.shape[0] == rows + 1

    return recognised


def all_rows_alike(path):
    """Recognise rows that are all one and the same, where the path moves."""

    def recognised(got):
        got = np.asarray(got, dtype=float)
        return len(path) > 2 and got.shape == path.shape and np.all(got == got[-1])

    return recognised


def check_path(student, mistakes, x, y, lr, steps, start, **more_mistakes):
    """Compare the student's path, row by row, with steps taken one by one in float64."""
    right = walk(x, y, lr, steps, start)
    n = len(x)
    if steps > 0:
        with np.errstate(over="ignore", invalid="ignore"):
            mistakes(
                two_forgotten=near(walk(x, y, lr / 2, steps, start)),
                sum_changes_only_printout=near(*[walk(x, y, lr * k, steps, start) for k in (n, n / 2)]),
                uphill=near(walk(x, y, -lr, steps, start)),
                taking_turns=near(*[turns(x, y, lr, steps, start, order) for order in ((0, 1), (1, 0))]),
                rows_share_memory=all_rows_alike(right),
                off_by_one_row=shorter_or_longer(right),
                swapped_order=near(right[:, ::-1]),
            )
    mistakes(nothing_returned=is_none, **more_mistakes)
    got = array(student.gradient_descent(x, y, lr, steps, start), shape=(steps + 1, 2))
    assert got == pytest.approx(right, rel=CLOSE, abs=CLOSE)


@pytest.mark.exercise("gradient_descent", weight=6)
def test_gradient_descent_path(student, rng, mistakes):
    """gradient_descent returns the start and the line after each step, both parameters moved at once."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    x, y = noisy_line(rng)
    check_path(student, mistakes, x, y, a_rate(rng, x), int(rng.integers(25, 45)), a_start(rng))


@pytest.mark.exercise("gradient_descent", weight=2)
def test_gradient_descent_above_the_limit(student, rng, mistakes):
    """gradient_descent takes the steps it is asked for, also where each one makes the error larger."""
    x, y = noisy_line(rng)

    check_path(student, mistakes, x, y, a_rate(rng, x), 12, a_start(rng))
    refused = {"refused_to_diverge": "ValueError"}
    check_path(student, mistakes, x, y, a_rate(rng, x, 2.4, 2.8), 25, a_start(rng), on_raise=refused)
    check_path(student, mistakes, x / 50, y, float(rng.uniform(1.1, 1.3)), 12, a_start(rng), on_raise=refused)


@pytest.mark.exercise("gradient_descent", weight=2)
def test_gradient_descent_no_early_stop(student, rng, mistakes):
    """gradient_descent takes all the steps it is asked for, also when the line hardly moves any more."""
    x, y = noisy_line(rng)
    easy = (x - x.mean()) / x.std()  # both curvatures are 2: each step leaves a tenth of the error

    check_path(student, mistakes, x, y, a_rate(rng, x), 12, a_start(rng))
    stopped = {"stopped_early": lambda got: 2 <= len(got) < 81 and np.ndim(got) == 2}
    check_path(student, mistakes, easy, y, 0.45, 80, a_start(rng), **stopped)

    # Rows that repeat the last one, from a small step on, look right above, where the walk has arrived. At this
    # rate a step moves the slope by about a millionth, and there is all the way to go.
    lr, start = a_rate(rng, x) * 1e-7, np.array([1.5, -2.0])
    moved = walk(x, y, lr, 60, start)[-1, 0] - start[0]
    mistakes(stopped_early=lambda got: np.ndim(got) == 2 and (len(got) < 61 or np.array_equal(got[2], got[-1])))
    path = array(student.gradient_descent(x, y, lr, 60, start), shape=(61, 2))
    # Coarse, because float32 is another test's matter: it leaves a millionth a digit or so.
    assert path[-1, 0] - path[0, 0] == pytest.approx(moved, rel=0.5)


@pytest.mark.exercise("gradient_descent", weight=1)
def test_gradient_descent_no_steps(student, rng, mistakes):
    """gradient_descent walks, and with 0 steps it returns the start as its only row."""
    x, y = noisy_line(rng)

    check_path(student, mistakes, x, y, a_rate(rng, x), 12, a_start(rng))
    check_path(student, mistakes, x, y, a_rate(rng, x), 0, a_start(rng))


@pytest.mark.exercise("gradient_descent", weight=3)
def test_gradient_descent_whole_start(student, rng, mistakes):
    """gradient_descent walks in float64 from any start, also from one given as whole numbers."""
    x, y = noisy_line(rng)

    check_path(student, mistakes, x, y, a_rate(rng, x), 12, a_start(rng))
    cut = {
        "whole_number_path": lambda got: np.ndim(got) == 2 and np.all(np.asarray(got) == np.round(got)),
        "on_raise": {"whole_number_path": "TypeError"},
    }
    check_path(student, mistakes, x, y, a_rate(rng, x), 12, np.array([0, 0]), **cut)
    check_path(student, mistakes, x, y, a_rate(rng, x), 12, np.array([1, -2]), **cut)
    # Without a step, too: row 0 holds floats. That it is the only one is another test's matter.
    mistakes(whole_number_path=lambda got: np.asarray(got).dtype.kind in "iu")
    path = student.gradient_descent(x, y, a_rate(rng, x), 0, np.array([1, -2]))
    assert array(path, shape=(None, 2))[:1] == pytest.approx(np.array([[1, -2]]), rel=CLOSE)
    assert not isinstance(path, np.ndarray) or path.dtype.kind == "f"


@pytest.mark.exercise("gradient_descent", weight=1)
def test_gradient_descent_lists(student, rng, mistakes):
    """gradient_descent takes lists for x and y, and a list or a tuple for the start."""
    x, y = noisy_line(rng)
    start = a_start(rng).tolist()

    check_path(student, mistakes, x.tolist(), y.tolist(), a_rate(rng, x), 12, start)
    check_path(student, mistakes, x.tolist(), y.tolist(), a_rate(rng, x), 12, tuple(start))


def millions(rng):
    """Draw points whose y are in millions, as float32, and a start among them."""
    x, y = noisy_line(rng)
    return x.astype(np.float32), (y + 2e6).astype(np.float32), [1.5, 2e6 - 0.3]


@pytest.mark.exercise("gradient_descent", weight=2)
def test_gradient_descent_number_types(student, rng, mistakes):
    """gradient_descent walks in float64, also for float32 and integer arrays and NumPy scalars."""
    x, y = noisy_line(rng)

    check_path(student, mistakes, x, y, a_rate(rng, x), 12, a_start(rng))
    whole = np.floor(x + 2).astype(np.uint8), np.floor(y + 60).astype(np.uint8)
    check_path(student, mistakes, *whole, np.float64(a_rate(rng, whole[0])), np.int64(12), a_start(rng))

    # A float32 in millions is a multiple of 1/8: steps that are taken in float32 go astray by about as much.
    x, y, start = millions(rng)
    lr = a_rate(rng, x)
    right = walk(x, y, lr, 30, start)
    mistakes(float32_is_harmless=roughly(right))
    got = array(student.gradient_descent(x, y, lr, 30, start), shape=(31, 2))
    assert np.max(np.abs(got - right)) < 1e-5


@pytest.mark.exercise("gradient_descent", weight=3)
def test_gradient_descent_arguments_unchanged(student, rng, mistakes):
    """gradient_descent returns the path and leaves x, y and the start as they were, arrays and lists alike."""
    x, y = noisy_line(rng)
    start = a_start(rng)
    arguments = (x, y, a_rate(rng, x), 12, start)

    check_path(student, mistakes, *arguments)
    check_unchanged(student, mistakes, "gradient_descent", arguments)


# mse_hessian --------------------------------------------------------------------------------------------


def check_hessian(student, mistakes, x, **more_mistakes):
    """Compare the student's mse_hessian with twice the means of x squared, x and 1, in float64."""
    right = hessian(x)
    n = len(x)
    no_intercept = right.copy()
    no_intercept[0, 1] = no_intercept[1, 0] = 0.0
    mistakes(
        nothing_returned=is_none,
        two_forgotten=near(right / 2, right / 4),
        sum_changes_only_printout=near(right * n, right * n / 2),
        swapped_order=near(right[::-1, ::-1]),
        parameters_apart=near(no_intercept),
        inverse_returned=lambda got: same(np.asarray(got) @ right, np.eye(2)),
        **more_mistakes,
    )
    got = array(student.mse_hessian(x), shape=(2, 2))
    assert got == pytest.approx(right, rel=CLOSE, abs=0)


@pytest.mark.exercise("mse_hessian", weight=9)
def test_mse_hessian_value(student, rng, mistakes):
    """mse_hessian returns the second derivatives of the mean squared error, slope before intercept."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    x = both_sides(rng)
    check_hessian(student, mistakes, x)


@pytest.mark.exercise("mse_hessian", weight=2)
def test_mse_hessian_any_unit(student, rng, mistakes):
    """mse_hessian is right in any unit: x may be in millionths or in millions, below 0, and 0."""
    x = both_sides(rng)

    check_hessian(student, mistakes, x)
    check_hessian(student, mistakes, x - x[0])
    for unit in (1e-6, 1e6, -1.0):
        check_hessian(student, mistakes, x * unit)


@pytest.mark.exercise("mse_hessian", weight=2)
def test_mse_hessian_constant_x(student, rng, mistakes):
    """mse_hessian needs no spread: it is right for a single point, and for x that are all equal."""
    x = both_sides(rng)

    check_hessian(student, mistakes, x)
    check_hessian(student, mistakes, np.full(7, 3.5))
    check_hessian(student, mistakes, np.array([float(rng.uniform(2, 5))]))


@pytest.mark.exercise("mse_hessian", weight=2)
def test_mse_hessian_lists(student, rng, mistakes):
    """mse_hessian takes a list and gives the same matrix as for an array."""
    x = both_sides(rng)
    check_hessian(student, mistakes, x.tolist())


def narrow_types(rng):
    """Draw x in types that are too small for their squares: a uint8, an int16, an int32 and a float32."""
    n = int(rng.integers(25, 60))
    return [
        rng.integers(60, 250, size=n).astype(np.uint8),
        rng.integers(200, 400, size=n).astype(np.int16),
        rng.integers(50_000, 90_000, size=n).astype(np.int32),
        (rng.uniform(1, 3, size=n) * 1e25).astype(np.float32),
    ]


@pytest.mark.exercise("mse_hessian", weight=3)
def test_mse_hessian_number_types(student, rng, mistakes):
    """mse_hessian computes in float64, also for integer and float32 arrays whose squares overflow."""
    x = both_sides(rng)

    check_hessian(student, mistakes, x)
    for narrow in narrow_types(rng):
        check_hessian(student, mistakes, narrow, float32_is_harmless=lambda got: np.shape(got) == (2, 2))


@pytest.mark.exercise("mse_hessian", weight=2)
def test_mse_hessian_argument_unchanged(student, rng, mistakes):
    """mse_hessian returns the matrix and leaves the array or list it is given as it was."""
    x = both_sides(rng)

    check_hessian(student, mistakes, x)
    check_unchanged(student, mistakes, "mse_hessian", (x,))


# max_learning_rate --------------------------------------------------------------------------------------


def check_limit(student, mistakes, x, **more_mistakes):
    """Compare the student's max_learning_rate with 2 over the larger curvature."""
    flat_one, steep = curvatures(x)
    right, n, h = 2 / steep, len(x), hessian(x)
    near_misses = {
        "nothing_returned": is_none,
        "two_forgotten": near(2 * right),
        "sum_changes_only_printout": near(right / n, 2 * right / n),
        "half_the_limit": near(right / 2),
        "limit_turned_over": near(steep, steep / 2),
        "limit_of_the_flat_direction": near(2 / flat_one, 1 / flat_one),
        "diagonal_for_eigenvalue": near(2 / h[0, 0], 2 / h.diagonal().max(), 2 / np.trace(h), 2 / h.max()),
        "best_rate_for_limit": near(2 / (flat_one + steep)),
    }
    mistakes(**near_misses, **more_mistakes)
    got = number(student.max_learning_rate(x))
    assert got == pytest.approx(right, rel=CLOSE, abs=0)


@pytest.mark.exercise("max_learning_rate", weight=7)
def test_max_learning_rate_value(student, rng, mistakes):
    """max_learning_rate returns the learning rate above which descent makes the error larger."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    x = both_sides(rng)
    check_limit(student, mistakes, x)


@pytest.mark.exercise("max_learning_rate", weight=4)
def test_max_learning_rate_small_x(student, rng, mistakes):
    """max_learning_rate is right whichever parameter has the steeper loss: the intercept has, for small x."""
    x = both_sides(rng)

    check_limit(student, mistakes, x)
    check_limit(student, mistakes, x / 20)
    check_limit(student, mistakes, x / -50)
    # The mean is exactly 0 here, so each parameter has a direction to itself.
    check_limit(student, mistakes, np.outer(rng.uniform(0.2, 0.6, size=3), [-1.0, 1.0]).ravel())


@pytest.mark.exercise("max_learning_rate", weight=2)
def test_max_learning_rate_any_unit(student, rng, mistakes):
    """max_learning_rate is right in any unit: x may be in thousands or in millions."""
    x = both_sides(rng)

    check_limit(student, mistakes, x)
    for unit in (1e3, 1e6):
        check_limit(student, mistakes, x * unit)


@pytest.mark.exercise("max_learning_rate", weight=2)
def test_max_learning_rate_lists(student, rng, mistakes):
    """max_learning_rate takes a list and gives the same number as for an array."""
    x = both_sides(rng)
    check_limit(student, mistakes, x.tolist())


@pytest.mark.exercise("max_learning_rate", weight=3)
def test_max_learning_rate_number_types(student, rng, mistakes):
    """max_learning_rate computes in float64, also for float32 and integer arrays whose squares overflow."""
    x = both_sides(rng)

    check_limit(student, mistakes, x)
    lost = {"float32_is_harmless": lambda got: True, "on_raise": {"float32_is_harmless": "ValueError"}}
    for narrow in narrow_types(rng)[:2]:
        check_limit(student, mistakes, narrow, **lost)
    # A float32 has seven digits. Nobody gets nine by luck four times in a row.
    for _ in range(4):
        x = both_sides(rng).astype(np.float32)
        assert number(student.max_learning_rate(x)) == pytest.approx(2 / curvatures(x)[1], rel=1e-9, abs=0)


@pytest.mark.exercise("max_learning_rate", weight=2)
def test_max_learning_rate_argument_unchanged(student, rng, mistakes):
    """max_learning_rate returns the limit and leaves the array or list it is given as it was."""
    x = both_sides(rng)

    check_limit(student, mistakes, x)
    check_unchanged(student, mistakes, "max_learning_rate", (x,))


# predict_descent ----------------------------------------------------------------------------------------


def after(x, y, lr, step, start):
    """Compute the line after so many steps from eigenvalues and eigenvectors."""
    eigenvalues, vectors = np.linalg.eigh(hessian(x))
    best = best_line(x, y)
    return best + vectors @ ((1 - lr * eigenvalues) ** step * (vectors.T @ (flat(start) - best)))


def other_predictions(x, y, lr, step, start):
    """Return what known mistakes predict, by id."""
    h, best = hessian(x), best_line(x, y)
    eigenvalues, vectors = np.linalg.eig(h)
    powers = np.diag((1 - lr * eigenvalues) ** step)
    error, shrink = flat(start) - best, np.eye(2) - lr * h
    return {
        "entrywise_power": near(best + shrink**step @ error),
        "transposed_eigenvectors": near(best + vectors.T @ powers @ vectors @ error),
        "target_forgotten": near(*[vectors @ powers @ vectors.T @ part for part in (flat(start), error)]),
        "exponential_for_power": near(
            best + vectors @ (np.exp(-lr * step * eigenvalues) * np.linalg.solve(vectors, error))
        ),
        "two_forgotten": near(after(x, y, lr / 2, step, start)),
        "sum_changes_only_printout": near(after(x, y, lr * len(x), step, start)),
        "one_lr_suits_both": near(*[best + factor**step * error for factor in 1 - lr * eigenvalues]),
        "intercept_is_harder": near(*[
            best + factors**step * error
            for factors in (1 - lr * eigenvalues, 1 - lr * eigenvalues[::-1], shrink.diagonal())
        ]),
        "truth_is_the_target": near(TRUTH + vectors @ powers @ vectors.T @ (flat(start) - TRUTH)),
        "off_by_one_row": near(after(x, y, lr, step + 1, start), after(x, y, lr, abs(step - 1), start)),
    }


def check_prediction(student, mistakes, x, y, lr, step, start, **more_mistakes):
    """Compare the student's prediction with the line after so many steps; few are taken one by one."""
    right = walk(x, y, lr, step, start)[-1] if step < 100 else after(x, y, lr, step, start)
    with np.errstate(over="ignore", invalid="ignore"):
        mistakes(nothing_returned=is_none, swapped_order=near(right[::-1]), **more_mistakes)
        if step > 1:
            mistakes(**other_predictions(x, y, lr, step, start))
    got = pair(student.predict_descent(x, y, lr, step, start))
    assert got == pytest.approx(tuple(right), rel=CLOSE, abs=CLOSE)


@pytest.mark.exercise("predict_descent", weight=6)
def test_predict_descent_value(student, rng, mistakes):
    """predict_descent returns the line that gradient descent has reached after so many steps."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    x, y = noisy_line(rng)
    lr, start = a_rate(rng, x, 0.4, 0.6), a_start(rng)
    check_prediction(student, mistakes, x, y, lr, int(rng.integers(3, 6)), start)
    check_prediction(student, mistakes, x, y, lr, int(rng.integers(15, 40)), start)


@pytest.mark.exercise("predict_descent", weight=1)
def test_predict_descent_step_zero(student, rng, mistakes):
    """predict_descent is right from the beginning: step 0 is the start, and step 1 one step away."""
    x, y = noisy_line(rng)
    lr, start = a_rate(rng, x, 0.4, 0.6), a_start(rng)

    check_prediction(student, mistakes, x, y, lr, 12, start)
    check_prediction(student, mistakes, x, y, lr, 0, start)
    check_prediction(student, mistakes, x, y, lr, 1, start)


@pytest.mark.exercise("predict_descent", weight=3)
def test_predict_descent_overshooting(student, rng, mistakes):
    """predict_descent follows a line that jumps from side to side, as it does near the limit."""
    # Stays although what fails here fails above the limit too: the sentence names what is wrong.
    x, y = noisy_line(rng)
    start = a_start(rng)

    check_prediction(student, mistakes, x, y, a_rate(rng, x, 0.4, 0.6), 12, start)
    jumps = {
        "negative_factor": lambda got: not np.all(np.isfinite(got)),
        "on_raise": {"negative_factor": "ValueError"},
    }
    for step in (7, 8):
        check_prediction(student, mistakes, x, y, a_rate(rng, x, 1.8, 1.9), step, start, **jumps)


@pytest.mark.exercise("predict_descent", weight=2)
def test_predict_descent_above_the_limit(student, rng, mistakes):
    """predict_descent follows a line that runs away, as it does above the learning-rate limit."""
    x, y = noisy_line(rng)
    start = a_start(rng)

    check_prediction(student, mistakes, x, y, a_rate(rng, x, 0.4, 0.6), 12, start)
    refused = {"refused_to_diverge": "ValueError"}
    check_prediction(student, mistakes, x, y, a_rate(rng, x, 2.4, 2.8), 20, start, on_raise=refused)
    check_prediction(student, mistakes, x, y, a_rate(rng, x, 2.4, 2.8), 21, start, on_raise=refused)


@pytest.mark.exercise("predict_descent", weight=1)
def test_predict_descent_lists(student, rng, mistakes):
    """predict_descent takes lists for x and y, a list or a tuple for the start, and whole numbers in it."""
    x, y = noisy_line(rng)
    lr = a_rate(rng, x, 0.4, 0.6)

    check_prediction(student, mistakes, x.tolist(), y.tolist(), lr, 12, a_start(rng).tolist())
    check_prediction(student, mistakes, x.tolist(), y.tolist(), lr, 12, (0, -2))


@pytest.mark.exercise("predict_descent", weight=1)
def test_predict_descent_number_types(student, rng, mistakes):
    """predict_descent computes in float64, also for float32 and integer arrays and NumPy scalars."""
    x, y = noisy_line(rng)

    check_prediction(student, mistakes, x, y, a_rate(rng, x, 0.4, 0.6), 12, a_start(rng))
    whole = np.floor(x * 10 + 60).astype(np.uint8), np.floor(y).astype(np.int64)
    lr = np.float64(a_rate(rng, whole[0], 0.4, 0.6))
    lost = {"float32_is_harmless": lambda got: True, "on_raise": {"float32_is_harmless": "ValueError"}}
    check_prediction(student, mistakes, *whole, lr, np.int64(12), np.array([1, -2]), **lost)

    # A float32 in millions is a multiple of 1/8, and what is computed from it in float32 is off by as much.
    x, y, start = millions(rng)
    lr = a_rate(rng, x, 0.4, 0.6)
    right = walk(x, y, lr, 12, start)[-1]
    assert pair(student.predict_descent(x, y, lr, 12, start)) == pytest.approx(tuple(right), rel=0, abs=1e-4)


@pytest.mark.exercise("predict_descent", weight=2)
def test_predict_descent_arguments_unchanged(student, rng, mistakes):
    """predict_descent returns the line and leaves x, y and the start as they were, arrays and lists alike."""
    x, y = noisy_line(rng)
    arguments = (x, y, a_rate(rng, x, 0.4, 0.6), 12, a_start(rng))

    check_prediction(student, mistakes, *arguments)
    check_unchanged(student, mistakes, "predict_descent", arguments)


@pytest.mark.exercise("predict_descent", weight=4)
def test_predict_descent_far_away(student, rng, mistakes):
    """predict_descent gives the first steps, and needs no longer for a step a thousand million away."""
    # The last of its exercise: a walk uses up the time that an exercise has, and would cost the tests after it.
    x, y = noisy_line(rng)
    lr, start = a_rate(rng, x, 0.4, 0.6), a_start(rng)

    check_prediction(student, mistakes, x, y, lr, 12, start)
    # The rate is so small that the line is still on its way: stopping once it has arrived does not help.
    check_prediction(student, mistakes, x, y, lr * 1e-8, 1_000_000_000, start)


# steps_to_tolerance -------------------------------------------------------------------------------------


def exact_steps(x, lr, tol):
    """Compute the number of steps to the tolerance, before rounding up."""
    slowest = np.max(np.abs(1 - lr * curvatures(x)))
    return np.log(tol) / np.log(slowest)


def clear_rate(rng, x, tol, low, high):
    """Draw a learning rate whose exact number of steps is clear of whole numbers, and rounds down."""
    while True:
        lr = a_rate(rng, x, low, high)
        if 0.1 < exact_steps(x, lr, tol) % 1 < 0.4:
            return lr


def other_steps(x, lr, tol):
    """Return what known mistakes count, by id."""
    exact = exact_steps(x, lr, tol)
    flat_one, steep = lr * curvatures(x)
    logs = {name: np.log(np.abs(1 - size)) for name, size in [("flat", flat_one), ("steep", steep)]}
    rough = np.log(1 / tol) / flat_one
    wrongs = {
        "rounded_down": [np.floor(exact), exact],
        "larger_lr_is_faster": [np.log(tol) / logs["flat"]],
        "fast_direction": [np.log(tol) / max(logs.values(), key=abs)],
        "exponential_for_power": [rough],
        "loss_for_error": [exact / 2],
        "two_forgotten": [np.log(tol) / np.log(np.max(np.abs(1 - np.array([flat_one, steep]) / 2)))],
        "log_of_ten": [exact / np.log(10), exact * np.log(10)],
    }
    right = np.ceil(exact)
    found = {}
    for name, counts in wrongs.items():
        candidates = {c for count in counts for c in (count, np.ceil(count), np.floor(count))}
        candidates -= {right, right + 1}  # one too many has other causes
        found[name] = lambda got, candidates=candidates: any(abs(got - c) < 1e-6 * c for c in candidates)
    return found


def wrapped_steps(x, lr, tol):
    """Yield the counts that squares, or sums as well, leave that wrap round in the type of x."""
    squares, n = x * x, len(x)
    for mean, mean_square in (
        (np.mean(x), np.mean(squares)),
        (np.mean(x), np.sum(squares, dtype=x.dtype) / n),
        (np.sum(x, dtype=x.dtype) / n, np.sum(squares, dtype=x.dtype) / n),
    ):
        factors = np.abs(1 - lr * np.linalg.eigvalsh(2 * np.array([[mean_square, mean], [mean, 1.0]])))
        with np.errstate(divide="ignore"):
            yield from np.log(tol) / np.log(factors)


def check_steps(student, mistakes, x, lr, tol, **more_mistakes):
    """Compare the student's count with the least whole number of steps; its type is a test apart."""
    right = int(np.ceil(exact_steps(x, lr, tol)))
    mistakes(nothing_returned=is_none, **other_steps(x, lr, tol), **more_mistakes)
    assert number(student.steps_to_tolerance(x, lr, tol)) == right


@pytest.mark.exercise("steps_to_tolerance", weight=5)
def test_steps_to_tolerance_value(student, rng, mistakes):
    """steps_to_tolerance counts the steps until the slower of the two directions is within the tolerance."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    x, _ = noisy_line(rng)
    for tol in (0.01, float(rng.uniform(0.02, 0.2))):
        check_steps(student, mistakes, x, clear_rate(rng, x, tol, 0.3, 0.6), tol)


@pytest.mark.exercise("steps_to_tolerance", weight=4)
def test_steps_to_tolerance_near_the_limit(student, rng, mistakes):
    """steps_to_tolerance counts right near the limit, where the steep direction is the slower one."""
    x, _ = noisy_line(rng)
    flat_one, steep = curvatures(x)
    closer = 2 - 0.3 * flat_one / steep  # this factor is nearer to -1 than the flat one is to 1

    check_steps(student, mistakes, x, clear_rate(rng, x, 0.01, 0.3, 0.6), 0.01)
    jumps = {
        "negative_factor": lambda got: not np.isfinite(got),
        "on_raise": {"negative_factor": "ValueError"},
    }
    check_steps(student, mistakes, x, clear_rate(rng, x, 0.01, closer - 1e-3, closer), 0.01, **jumps)
    easy = (x - x.mean()) / x.std() * 1.5  # curvatures 4.5 and 2
    check_steps(student, mistakes, easy, clear_rate(rng, easy, 0.01, 1.8, 1.9), 0.01, **jumps)
    # Here both factors are of about one size, so the norm of both together is larger than either. The room above
    # makes a difference of some two steps, so that a clear rate is among them.
    both = 2 / (1 + flat_one / steep)
    room = np.log(both - 1) ** 2 / 2
    check_steps(student, mistakes, x, clear_rate(rng, x, 0.01, both, both + room), 0.01, **jumps)


@pytest.mark.exercise("steps_to_tolerance", weight=3)
def test_steps_to_tolerance_too_large(student, rng, mistakes):
    """steps_to_tolerance counts steps, and raises a ValueError for a learning rate beyond the limit."""
    x, _ = noisy_line(rng)

    check_steps(student, mistakes, x, clear_rate(rng, x, 0.01, 0.3, 0.6), 0.01)
    mistakes(**NONE_FOR_AN_ERROR, not_refused=lambda got: True)
    for share in (1.001, 1.3, 40.0):
        check_refused(student.steps_to_tolerance, x, float(share * 2 / curvatures(x)[1]), 0.01)


@pytest.mark.exercise("steps_to_tolerance", weight=2)
def test_steps_to_tolerance_not_positive(student, rng, mistakes):
    """steps_to_tolerance counts steps, and raises a ValueError for a learning rate of 0 or below."""
    x, _ = noisy_line(rng)

    lr = clear_rate(rng, x, 0.01, 0.3, 0.6)
    check_steps(student, mistakes, x, lr, 0.01)
    mistakes(**NONE_FOR_AN_ERROR, not_refused=lambda got: True, on_raise={"not_refused": "ArithmeticError"})
    for refused in (0.0, 0, -lr):
        check_refused(student.steps_to_tolerance, x, refused, 0.01)


@pytest.mark.exercise("steps_to_tolerance", weight=1)
def test_steps_to_tolerance_one_step(student, rng, mistakes):
    """steps_to_tolerance counts steps, and needs 1 where a single step removes the whole error."""
    x, _ = noisy_line(rng)
    half = int(rng.integers(8, 20))

    check_steps(student, mistakes, x, clear_rate(rng, x, 0.01, 0.3, 0.6), 0.01)
    mistakes(log_of_zero=lambda got: got == 0)
    # Both curvatures are 2, so at lr 1/2 both factors are 0.
    x = rng.permutation(np.repeat([-1.0, 1.0], half))
    try:
        steps = student.steps_to_tolerance(x, 0.5, 0.01)
    except ValueError as error:
        # What math.log says of 0. Another ValueError may be a guard's, which took this rate for too large a one.
        if any(said in str(error) for said in ("math domain error", "expected a positive input")):
            mistakes(on_raise={"log_of_zero": "ValueError"})
        raise
    assert number(steps) == 1


@pytest.mark.exercise("steps_to_tolerance", weight=1)
def test_steps_to_tolerance_int(student, rng, mistakes):
    """steps_to_tolerance returns a whole number of type int."""
    x, _ = noisy_line(rng)
    lr = clear_rate(rng, x, 0.01, 0.3, 0.6)

    check_steps(student, mistakes, x, lr, 0.01)
    integer(student.steps_to_tolerance(x, lr, 0.01))


@pytest.mark.exercise("steps_to_tolerance", weight=1)
def test_steps_to_tolerance_tolerances(student, rng, mistakes):
    """steps_to_tolerance counts right for any tolerance between 0 and 1, large or tiny."""
    x, _ = noisy_line(rng)
    for tol in (0.01, 0.9, 0.3, 1e-9):
        check_steps(student, mistakes, x, clear_rate(rng, x, tol, 0.3, 0.6), tol)


@pytest.mark.exercise("steps_to_tolerance", weight=1)
def test_steps_to_tolerance_lists(student, rng, mistakes):
    """steps_to_tolerance takes a list and gives the same number as for an array."""
    x, _ = noisy_line(rng)
    check_steps(student, mistakes, x.tolist(), clear_rate(rng, x, 0.01, 0.3, 0.6), 0.01)


@pytest.mark.exercise("steps_to_tolerance", weight=1)
def test_steps_to_tolerance_number_types(student, rng, mistakes):
    """steps_to_tolerance takes NumPy's numbers, and computes in float64 for small integers whose squares wrap round."""
    x, _ = noisy_line(rng)
    bytes_ = rng.integers(-100, 100, size=len(x)).astype(np.int8)

    check_steps(student, mistakes, x, clear_rate(rng, x, 0.01, 0.3, 0.6), 0.01)
    check_steps(student, mistakes, x, np.float32(clear_rate(rng, x, 0.01, 0.3, 0.6)), 0.01)
    lr = np.float64(clear_rate(rng, bytes_, 0.01, 0.5, 0.9))
    lost = {
        "float32_is_harmless": lambda got: any(abs(got - steps) <= 1 for steps in wrapped_steps(bytes_, lr, 0.01)),
        "on_raise": {"float32_is_harmless": "ValueError"},
    }
    check_steps(student, mistakes, bytes_, lr, np.float64(0.01), **lost)


@pytest.mark.exercise("steps_to_tolerance", weight=1)
def test_steps_to_tolerance_argument_unchanged(student, rng, mistakes):
    """steps_to_tolerance counts the steps and leaves the array or list it is given as it was."""
    x, _ = noisy_line(rng)
    lr = clear_rate(rng, x, 0.01, 0.3, 0.6)

    check_steps(student, mistakes, x, lr, 0.01)
    check_unchanged(student, mistakes, "steps_to_tolerance", (x, lr, 0.01))
