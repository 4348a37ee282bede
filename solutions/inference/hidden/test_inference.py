"""Hidden tests of inference: six functions, on fresh data every time.

Inputs are float64 unless a test says otherwise, come from the run's recorded seed, and never have the
20 points of the post, so typed-in numbers fail. Every test that expects an error also expects a right
answer first, so a function that always raises earns nothing.

The ends of an interval may be off by CLOSE times its half width. Solvers that are not centred, and
iterative ones, are right to about 1e-8; the mildest wrong formula tested here, n - 1 for n - 2, is off by 1e-3.
"""

from dataclasses import dataclass

import numpy as np
import pytest
from scipy import special, stats
from scipy.spatial import cKDTree

from autograder.expect import array, number, numbers, pair, sequence
from autograder.student import StudentRaised

CLOSE = 1e-5
SAME = 1e-9
SHARE = 1e-6  # a mean that torch takes in float32 is right to 6e-8; a share rounded to four digits is off by 1e-5

# One test judges a random sample, the distribution of pairs_bootstrap. It fails a right answer with
# probability at most FALSE_FAIL, and so does a grading: what else is random here has a chance below 1e-9.
FALSE_FAIL = 5e-5
MANY = 3_000
SOME = 100  # an answer may call scipy.stats.linregress for each resample, which takes milliseconds on a busy machine


def flat(values):
    """Return the numbers of an array or a list as a float64 vector."""
    return np.asarray(values, dtype=float).reshape(-1)


# First among the mistakes where an error is asked for: there, None is no sign of a result that was only printed.
NONE_FOR_AN_ERROR = {"nothing_returned": lambda got: False, "refused_with_none": lambda got: got is None}


def check_refused(function, *arguments):
    """Expect a ValueError from the call; what it says is the student's to word."""
    with pytest.raises(ValueError):  # noqa: PT011
        function(*arguments)


def check_unchanged(student, name, *arguments):
    """Expect the arrays among the arguments of a call to be the same after it, also where they are lists."""
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


def a_seed(rng):
    """Draw a seed for the generator that a probe hands to the student."""
    return int(rng.integers(2**32))


def t_quantile(share, freedom):
    """Return the quantile of Student's t: what stats.t.ppf computes, without its checks of each argument."""
    return float(special.stdtrit(freedom, share))


# the three t intervals ----------------------------------------------------------------------------------

WRONG_LEVELS = (0.0, 1.0, -0.3, 1.5, 95)


@dataclass(frozen=True)
class Line:
    """A least-squares line, and what is needed for its intervals."""

    n: int
    slope: float
    x_mean: float
    y_mean: float
    s_xx: float
    sse: float

    @classmethod
    def through(cls, x, y):
        """Fit by the centred formula, in float64."""
        x, y = flat(x), flat(y)
        x_centred, y_centred = x - x.mean(), y - y.mean()
        s_xx = np.sum(x_centred**2)
        slope = np.sum(x_centred * y_centred) / s_xx
        return cls(len(x), slope, x.mean(), y.mean(), s_xx, np.sum((y_centred - slope * x_centred) ** 2))

    def s(self, freedom):
        """Estimate the standard deviation of the noise."""
        return np.sqrt(self.sse / freedom)

    def height(self, x0):
        """Return the height of the line at x0."""
        return self.y_mean + self.slope * (x0 - self.x_mean)

    def leverage(self, x0):
        """Return the variance of the height at x0, in units of the noise's variance."""
        return 1 / self.n + (x0 - self.x_mean) ** 2 / self.s_xx


def half_width_near(*wanted):
    """Recognise an interval by its half width."""
    return lambda got: any(abs((got[1] - got[0]) / 2 - one) <= 1e-6 * one for one in wanted)


def near_misses(line, centre, spread, level):
    """Say what known mistakes return for the interval around centre whose standard error is s times spread."""
    n = line.n
    t, z = t_quantile, special.ndtri
    two_sided = (1 + level) / 2
    right = t(two_sided, n - 2) * line.s(n - 2)
    wrong_freedom = [
        t(two_sided, df) * line.s(divisor)
        for df in (n - 2, n - 1, n)
        for divisor in (n - 2, n - 1, n)
        if (df, divisor) != (n - 2, n - 2)
    ]
    found = {
        "nothing_returned": lambda got: got is None,
        "z_at_small_n": half_width_near(*[
            factor * line.s(d) * spread for factor in (z(two_sided), 1.96, 2) for d in (n - 2, n - 1, n)
        ]),
        "one_tail": half_width_near(t(level, n - 2) * line.s(n - 2) * spread),
        "n_minus_2_is_convention": half_width_near(*[one * spread for one in wrong_freedom]),
        "high_before_low": lambda got: np.subtract(*got) > 0,  # raises for text
        "half_width_returned": lambda got: tuple(got) == pytest.approx((centre, right * spread), rel=1e-6),
        "interval_around_zero": lambda got: (
            np.isfinite(got[1]) and got[0] == pytest.approx(-got[1], rel=1e-9) and abs(centre) > abs(got[0] + got[1])
        ),
    }
    if level != 0.95:
        found["level_ignored"] = half_width_near(t(0.975, n - 2) * line.s(n - 2) * spread)
    return found


def check_ends(reply, centre, half_width):
    """Compare an interval with the right one."""
    low, high = pair(reply)
    assert low == pytest.approx(centre - half_width, rel=0, abs=CLOSE * half_width)
    assert high == pytest.approx(centre + half_width, rel=0, abs=CLOSE * half_width)


def noisy_line(rng):
    """Draw points around a line whose noise is neither lost in its slope nor larger than it."""
    n = int(rng.integers(7, 17))
    sign = rng.choice([-1.0, 1.0], size=2)
    x = rng.uniform(0, 10, size=n)
    noise = rng.normal(0, rng.uniform(1, 2), size=n)
    return x, sign[0] * rng.uniform(2, 8) * x + sign[1] * rng.uniform(12, 20) + noise


def three_points(rng):
    """Draw three points, apart from one another and on no line."""
    x = np.array([1.0, 4.0, 8.0]) + rng.uniform(-0.8, 0.8, size=3)
    bend = np.array([1.0, -2.0, 1.0]) * rng.uniform(0.5, 2)
    return x, rng.uniform(2, 8) * x + rng.choice([-1, 1]) * rng.uniform(12, 20) + bend


def many_points(rng):
    """Draw more points than 30, from which on a normal quantile is often said to do."""
    n = int(rng.integers(40, 70))
    x = rng.uniform(0, 10, size=n)
    return x, rng.uniform(2, 8) * x + rng.choice([-1, 1]) * rng.uniform(12, 20) + rng.normal(0, 1.5, size=n)


def inside(rng, x):
    """Choose a place within the data, away from its middle."""
    return float(x.mean() + rng.choice([-1, 1]) * rng.uniform(0.6, 0.9) * x.std())


def in_other_types(x, y):
    """Return the points as integers whose squares wrap round, and as float32 whose squares are inf."""
    integers = (x * 1e5).astype(np.int32), (y * 1e5).astype(np.int32)
    largest = 3e38 / np.max(np.abs(y))  # near float32's own, so that their sum is inf as well
    return integers, (x.astype(np.float32), (y * largest).astype(np.float32))


NOT_FINITE = {"float32_is_harmless": lambda got: not np.all(np.isfinite(got))}


# slope_interval -----------------------------------------------------------------------------------------


def off_centre(centre, half_width, x, y, level):
    """Recognise an interval of a plausible width that is not centred on the estimate: resampling leaves one."""

    def recognised(got):
        low, high = got
        if np.allclose([low, high], stats.theilslopes(flat(y), flat(x), level)[2:], rtol=1e-6):
            return False  # an interval for the median of all slopes, which assumes other things
        near_enough = 0.3 * half_width < (high - low) / 2 < 2 * half_width and low < centre < high
        return near_enough and abs((low + high) / 2 - centre) > 1e-4 * half_width

    return recognised


def check_slope(student, mistakes, x, y, *level, **more_mistakes):
    """Compare the student's slope_interval with the t interval of the slope."""
    wanted = level[0] if level else 0.95
    line = Line.through(x, y)
    spread = 1 / np.sqrt(line.s_xx)
    t, s = t_quantile((1 + wanted) / 2, line.n - 2), line.s(line.n - 2)
    mistakes(
        **near_misses(line, line.slope, spread, wanted),
        spread_of_x_left_out=half_width_near(t * s, t * s / np.sqrt(line.n), t * s / line.s_xx),
        **more_mistakes,
        bootstrap_assumes_nothing=off_centre(line.slope, t * s * spread, x, y, wanted),
    )
    check_ends(student.slope_interval(x, y, *level), line.slope, t * s * spread)


@pytest.mark.exercise("slope_interval", weight=5)
def test_slope_interval_value(student, rng, mistakes):
    """slope_interval is the slope plus and minus its standard error times the right quantile."""
    # Stays although most other tests begin with the same call: it names the behaviour, and weighs most.
    check_slope(student, mistakes, *noisy_line(rng), 0.95)


@pytest.mark.exercise("slope_interval", weight=4)
def test_slope_interval_level(student, rng, mistakes):
    """slope_interval is wider for a higher level, by the right factor."""
    x, y = noisy_line(rng)
    y = 100 * y  # so that the interval is wide beside what rounding to some digits does: another test's matter

    for level in (0.3, 0.8, 0.999, np.float64(rng.uniform(0.6, 0.9)), 0.95):
        check_slope(student, mistakes, x, y, level)


@pytest.mark.exercise("slope_interval", weight=1)
def test_slope_interval_default_level(student, rng, mistakes):
    """slope_interval takes the level to be 0.95 where none is given."""
    check_slope(student, mistakes, *noisy_line(rng))


@pytest.mark.exercise("slope_interval", weight=3)
def test_slope_interval_level_refused(student, rng, mistakes):
    """slope_interval takes levels between 0 and 1, and raises a ValueError for any other, 0 and 1 included."""
    x, y = noisy_line(rng)

    check_slope(student, mistakes, x, y, 0.95)
    mistakes(**NONE_FOR_AN_ERROR, level_not_checked=lambda got: True)
    for level in WRONG_LEVELS:
        check_refused(student.slope_interval, x, y, level)


@pytest.mark.exercise("slope_interval", weight=2)
def test_slope_interval_too_few_points(student, rng, mistakes):
    """slope_interval gives an interval, and raises a ValueError for fewer than three points."""
    x, y = noisy_line(rng)

    check_slope(student, mistakes, x, y, 0.95)
    mistakes(**NONE_FOR_AN_ERROR, not_guarded=lambda got: True, on_raise={"not_guarded": "ZeroDivisionError"})
    for n in (2, 1, 0):
        check_refused(student.slope_interval, x[:n], y[:n], 0.95)


@pytest.mark.exercise("slope_interval", weight=1)
def test_slope_interval_three_points(student, rng, mistakes):
    """slope_interval works for any number of points from three on: for three, and for many."""
    check_slope(student, mistakes, *noisy_line(rng), 0.95)
    check_slope(student, mistakes, *three_points(rng), 0.95)
    check_slope(student, mistakes, *many_points(rng), 0.95)


@pytest.mark.exercise("slope_interval", weight=1)
def test_slope_interval_units(student, rng, mistakes):
    """slope_interval gives the right interval in any unit: x may be in millionths or in millions."""
    x, y = noisy_line(rng)

    mistakes(rounded=lambda got: False)  # keeps its place before the others: rounded ends are off centre as well
    check_slope(student, mistakes, x, y, 0.95)
    few_digits = {"rounded": lambda got: any(end == round(end, 8) for end in got)}
    check_slope(student, mistakes, x * 1e6, y, 0.95, **few_digits)
    mistakes(rounded=lambda got: False)  # a slope in millions has few digits after the point by itself
    check_slope(student, mistakes, x * 1e-6, y, 0.95)


@pytest.mark.exercise("slope_interval", weight=1)
def test_slope_interval_lists(student, rng, mistakes):
    """slope_interval takes lists and gives the same interval as for arrays."""
    x, y = noisy_line(rng)

    check_slope(student, mistakes, x.tolist(), y.tolist(), 0.95)


@pytest.mark.exercise("slope_interval", weight=1)
def test_slope_interval_number_types(student, rng, mistakes):
    """slope_interval computes in float64, also for integer and float32 arrays whose squares overflow."""
    x, y = noisy_line(rng)

    check_slope(student, mistakes, x, y, 0.95)
    for x_narrow, y_narrow in in_other_types(x, y):
        check_slope(student, mistakes, x_narrow, y_narrow, 0.95, **NOT_FINITE)


@pytest.mark.exercise("slope_interval", weight=1)
def test_slope_interval_arguments_unchanged(student, rng, mistakes):
    """slope_interval gives the right interval and leaves the arrays and lists it is given as they were."""
    x, y = noisy_line(rng)

    check_slope(student, mistakes, x, y, 0.95)
    mistakes(changed_arguments=lambda got: True)
    check_unchanged(student, "slope_interval", x, y, 0.95)


# mean_interval and prediction_interval ------------------------------------------------------------------


def independent_errors(line, x0):
    """Return the spread at x0 as it would be if slope and intercept erred independently."""
    return np.sqrt(line.leverage(0) + x0**2 / line.s_xx)


def check_mean(student, mistakes, x, y, x0, level, **more_mistakes):
    """Compare the student's mean_interval with the t interval of the line's height."""
    line, place = Line.through(x, y), float(x0)
    spread = np.sqrt(line.leverage(place))
    ts = t_quantile((1 + level) / 2, line.n - 2) * line.s(line.n - 2)
    mistakes(
        mean_interval_for_prediction=half_width_near(ts * np.sqrt(1 + spread**2)),
        no_leverage=half_width_near(ts / np.sqrt(line.n)),
        independent_slope_and_intercept=half_width_near(
            ts * independent_errors(line, place),
            ts * (np.sqrt(line.leverage(0)) + abs(place) / np.sqrt(line.s_xx)),
        ),
        **near_misses(line, line.height(place), spread, level),
        **more_mistakes,
    )
    check_ends(student.mean_interval(x, y, x0, level), line.height(place), ts * spread)


def check_prediction(student, mistakes, x, y, x0, level, **more_mistakes):
    """Compare the student's prediction_interval with the t interval of a new observation."""
    line, place = Line.through(x, y), float(x0)
    spread = np.sqrt(1 + line.leverage(place))
    ts = t_quantile((1 + level) / 2, line.n - 2) * line.s(line.n - 2)
    mistakes(
        mean_interval_for_prediction=half_width_near(ts * np.sqrt(line.leverage(place))),
        no_leverage=half_width_near(ts * np.sqrt(1 + 1 / line.n), ts),
        independent_slope_and_intercept=half_width_near(
            ts * np.sqrt(1 + independent_errors(line, place) ** 2)
        ),
        spreads_added=half_width_near(ts * (1 + np.sqrt(line.leverage(place)))),
        **near_misses(line, line.height(place), spread, level),
        **more_mistakes,
    )
    check_ends(student.prediction_interval(x, y, x0, level), line.height(place), ts * spread)


@pytest.mark.exercise("mean_interval", weight=7)
def test_mean_interval_value(student, rng, mistakes):
    """mean_interval is the height of the line at x0 plus and minus what the line itself may be off there."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    x, y = noisy_line(rng)

    check_mean(student, mistakes, x, y, inside(rng, x), 0.95)


@pytest.mark.exercise("mean_interval", weight=2)
def test_mean_interval_outside(student, rng, mistakes):
    """mean_interval goes on outside the data, and grows with the distance from its middle."""
    x, y = noisy_line(rng)

    check_mean(student, mistakes, x, y, inside(rng, x), 0.95)
    check_mean(student, mistakes, x, y, float(rng.uniform(15, 40)), 0.95)
    check_mean(student, mistakes, x, y, float(rng.uniform(-30, -5)), 0.95)


@pytest.mark.exercise("mean_interval", weight=3)
def test_mean_interval_level(student, rng, mistakes):
    """mean_interval is wider for a higher level, by the right factor."""
    x, y = noisy_line(rng)

    for level in (0.3, 0.8, 0.999, np.float64(rng.uniform(0.6, 0.9)), 0.95):
        check_mean(student, mistakes, x, y, inside(rng, x), level)


@pytest.mark.exercise("mean_interval", weight=2)
def test_mean_interval_level_refused(student, rng, mistakes):
    """mean_interval takes levels between 0 and 1, and raises a ValueError for any other, 0 and 1 included."""
    x, y = noisy_line(rng)
    x0 = inside(rng, x)

    check_mean(student, mistakes, x, y, x0, 0.95)
    mistakes(**NONE_FOR_AN_ERROR, level_not_checked=lambda got: True)
    for level in WRONG_LEVELS:
        check_refused(student.mean_interval, x, y, x0, level)


@pytest.mark.exercise("mean_interval", weight=1)
def test_mean_interval_too_few_points(student, rng, mistakes):
    """mean_interval gives an interval, and raises a ValueError for fewer than three points."""
    x, y = noisy_line(rng)
    x0 = inside(rng, x)

    check_mean(student, mistakes, x, y, x0, 0.95)
    mistakes(**NONE_FOR_AN_ERROR, not_guarded=lambda got: True, on_raise={"not_guarded": "ZeroDivisionError"})
    for n in (2, 1, 0):
        check_refused(student.mean_interval, x[:n], y[:n], x0, 0.95)


@pytest.mark.exercise("mean_interval", weight=1)
def test_mean_interval_three_points(student, rng, mistakes):
    """mean_interval works for any number of points from three on: for three, and for many."""
    x, y = noisy_line(rng)

    check_mean(student, mistakes, x, y, inside(rng, x), 0.95)
    check_mean(student, mistakes, *three_points(rng), 6.5, 0.95)
    check_mean(student, mistakes, *many_points(rng), 6.5, 0.95)


@pytest.mark.exercise("mean_interval", weight=1)
def test_mean_interval_whole_x0(student, rng, mistakes):
    """mean_interval takes any number as x0: 0, another int, or a NumPy scalar."""
    x, y = noisy_line(rng)
    x = 2 * (x - x.mean()) + 1

    for x0 in (inside(rng, x), 0, -1, np.float64(1.5), np.int64(2)):
        check_mean(student, mistakes, x, y, x0, 0.95)


@pytest.mark.exercise("mean_interval", weight=1)
def test_mean_interval_lists(student, rng, mistakes):
    """mean_interval takes lists and gives the same interval as for arrays."""
    x, y = noisy_line(rng)

    check_mean(student, mistakes, x.tolist(), y.tolist(), inside(rng, x), 0.95)


@pytest.mark.exercise("mean_interval", weight=1)
def test_mean_interval_number_types(student, rng, mistakes):
    """mean_interval computes in float64, also for integer and float32 arrays whose squares overflow."""
    x, y = noisy_line(rng)

    check_mean(student, mistakes, x, y, inside(rng, x), 0.95)
    for x_narrow, y_narrow in in_other_types(x, y):
        check_mean(student, mistakes, x_narrow, y_narrow, inside(rng, flat(x_narrow)), 0.95, **NOT_FINITE)


@pytest.mark.exercise("mean_interval", weight=1)
def test_mean_interval_arguments_unchanged(student, rng, mistakes):
    """mean_interval gives the right interval and leaves the arrays and lists it is given as they were."""
    x, y = noisy_line(rng)
    x0 = inside(rng, x)

    check_mean(student, mistakes, x, y, x0, 0.95)
    mistakes(changed_arguments=lambda got: True)
    check_unchanged(student, "mean_interval", x, y, x0, 0.95)


@pytest.mark.exercise("prediction_interval", weight=7)
def test_prediction_interval_value(student, rng, mistakes):
    """prediction_interval is the height of the line at x0 plus and minus what a new point may be off there."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    x, y = noisy_line(rng)

    check_prediction(student, mistakes, x, y, inside(rng, x), 0.95)


@pytest.mark.exercise("prediction_interval", weight=2)
def test_prediction_interval_outside(student, rng, mistakes):
    """prediction_interval goes on outside the data, and grows with the distance from its middle."""
    x, y = noisy_line(rng)

    check_prediction(student, mistakes, x, y, inside(rng, x), 0.95)
    check_prediction(student, mistakes, x, y, float(rng.uniform(15, 40)), 0.95)
    check_prediction(student, mistakes, x, y, float(rng.uniform(-30, -5)), 0.95)


@pytest.mark.exercise("prediction_interval", weight=3)
def test_prediction_interval_level(student, rng, mistakes):
    """prediction_interval is wider for a higher level, by the right factor."""
    x, y = noisy_line(rng)

    for level in (0.3, 0.8, 0.999, np.float64(rng.uniform(0.6, 0.9)), 0.95):
        check_prediction(student, mistakes, x, y, inside(rng, x), level)


@pytest.mark.exercise("prediction_interval", weight=2)
def test_prediction_interval_level_refused(student, rng, mistakes):
    """prediction_interval takes levels between 0 and 1, and raises a ValueError for any other."""
    x, y = noisy_line(rng)
    x0 = inside(rng, x)

    check_prediction(student, mistakes, x, y, x0, 0.95)
    mistakes(**NONE_FOR_AN_ERROR, level_not_checked=lambda got: True)
    for level in WRONG_LEVELS:
        check_refused(student.prediction_interval, x, y, x0, level)


@pytest.mark.exercise("prediction_interval", weight=1)
def test_prediction_interval_too_few_points(student, rng, mistakes):
    """prediction_interval gives an interval, and raises a ValueError for fewer than three points."""
    x, y = noisy_line(rng)
    x0 = inside(rng, x)

    check_prediction(student, mistakes, x, y, x0, 0.95)
    mistakes(**NONE_FOR_AN_ERROR, not_guarded=lambda got: True, on_raise={"not_guarded": "ZeroDivisionError"})
    for n in (2, 1, 0):
        check_refused(student.prediction_interval, x[:n], y[:n], x0, 0.95)


@pytest.mark.exercise("prediction_interval", weight=1)
def test_prediction_interval_three_points(student, rng, mistakes):
    """prediction_interval works for any number of points from three on: for three, and for many."""
    x, y = noisy_line(rng)

    check_prediction(student, mistakes, x, y, inside(rng, x), 0.95)
    check_prediction(student, mistakes, *three_points(rng), 6.5, 0.95)
    check_prediction(student, mistakes, *many_points(rng), 6.5, 0.95)


@pytest.mark.exercise("prediction_interval", weight=1)
def test_prediction_interval_whole_x0(student, rng, mistakes):
    """prediction_interval takes any number as x0: 0, another int, or a NumPy scalar."""
    x, y = noisy_line(rng)
    x = 2 * (x - x.mean()) + 1

    for x0 in (inside(rng, x), 0, -1, np.float64(1.5), np.int64(2)):
        check_prediction(student, mistakes, x, y, x0, 0.95)


@pytest.mark.exercise("prediction_interval", weight=1)
def test_prediction_interval_lists(student, rng, mistakes):
    """prediction_interval takes lists and gives the same interval as for arrays."""
    x, y = noisy_line(rng)

    check_prediction(student, mistakes, x.tolist(), y.tolist(), inside(rng, x), 0.95)


@pytest.mark.exercise("prediction_interval", weight=1)
def test_prediction_interval_number_types(student, rng, mistakes):
    """prediction_interval computes in float64, also for integer and float32 arrays whose squares overflow."""
    x, y = noisy_line(rng)

    check_prediction(student, mistakes, x, y, inside(rng, x), 0.95)
    for x_narrow, y_narrow in in_other_types(x, y):
        check_prediction(student, mistakes, x_narrow, y_narrow, inside(rng, flat(x_narrow)), 0.95, **NOT_FINITE)


@pytest.mark.exercise("prediction_interval", weight=1)
def test_prediction_interval_arguments_unchanged(student, rng, mistakes):
    """prediction_interval gives the right interval and leaves the arrays and lists it is given as they were."""
    x, y = noisy_line(rng)
    x0 = inside(rng, x)

    check_prediction(student, mistakes, x, y, x0, 0.95)
    mistakes(changed_arguments=lambda got: True)
    check_unchanged(student, "prediction_interval", x, y, x0, 0.95)


# pairs_bootstrap ----------------------------------------------------------------------------------------

RESAMPLE = """
def probe(student, seed, x, y, n_resamples):
    import numpy as np

    return student.pairs_bootstrap(x, y, n_resamples, np.random.default_rng(seed))
"""

RESAMPLE_WITH_EACH = """
def probe(student, seeds, x, y, n_resamples):
    import numpy as np

    return [
        student.pairs_bootstrap(x.copy(), y.copy(), n_resamples, np.random.default_rng(seed)) for seed in seeds
    ]
"""

RESAMPLE_TWICE = """
def probe(student, seed, x, y, n_resamples):
    import numpy as np

    rng = np.random.default_rng(seed)
    return [student.pairs_bootstrap(x.copy(), y.copy(), n_resamples, rng) for _ in range(2)]
"""

RESAMPLE_WATCHED = """
def probe(student, seed, x, y, n_resamples):
    import random

    import numpy as np
    import torch

    def global_states():
        numpy_state = np.random.get_state()
        return [numpy_state[1], numpy_state[2], list(random.getstate()[1]), torch.get_rng_state().numpy()]

    np.random.seed(seed)
    random.seed(seed)
    torch.manual_seed(seed)
    before = global_states()
    reply = student.pairs_bootstrap(x, y, n_resamples, np.random.default_rng(seed))
    return [reply, before, global_states()]
"""

ARGUMENTS_AFTER = """
def probe(student, seed, x, y, n_resamples):
    import numpy as np

    student.pairs_bootstrap(x, y, n_resamples, np.random.default_rng(seed))
    return [x, y]
"""


@dataclass(frozen=True)
class Corners:
    """Points of which only three are different, each there many times: their resamples can be counted.

    A resample is then three counts that add up to n, so there are (n + 1)(n + 2) / 2 of them at most, whose
    lines and chances are known exactly. That only one of the three is drawn, which would leave x without any
    spread, has a chance below 1e-12.
    """

    x: np.ndarray
    y: np.ndarray
    lines: np.ndarray  # one resample a row: slope, intercept; by rising slope
    chances: np.ndarray

    @classmethod
    def repeated(cls, corners_x, corners_y, copies):
        """Repeat each corner as often as copies says, in this order."""
        n = sum(copies)
        first, second = np.divmod(np.arange((n + 1) ** 2), n + 1)
        counts = np.column_stack([first, second, n - first - second])
        counts = counts[np.all(counts >= 0, axis=1) & (np.sum(counts > 0, axis=1) > 1)]
        cx, cy = flat(corners_x), flat(corners_y)
        x_mean, y_mean = counts @ cx / n, counts @ cy / n
        x_centred = cx - x_mean[:, None]
        slope = np.sum(counts * x_centred * cy, axis=1) / np.sum(counts * x_centred**2, axis=1)
        order = np.argsort(slope)
        lines = np.column_stack([slope, y_mean - slope * x_mean])[order]
        chances = stats.multinomial.pmf(counts[order], n, np.array(copies) / n)
        return cls(np.repeat(corners_x, copies), np.repeat(corners_y, copies), lines, chances)

    @property
    def fit(self):
        """Return slope and intercept of the points themselves."""
        line = Line.through(self.x, self.y)
        return np.array([line.slope, line.height(0)])

    @property
    def spread(self):
        """Return the standard deviations of slope and intercept over all resamples."""
        mean = self.chances @ self.lines
        return np.sqrt(self.chances @ (self.lines - mean) ** 2)

    def places(self, lines):
        """Say which resample each line belongs to, or fail where it belongs to none."""
        assert np.all(np.isfinite(lines)), "some slopes or intercepts are not finite"
        distances, places = cKDTree(self.lines / self.spread).query(lines / self.spread)
        assert np.all(distances < CLOSE), "some rows are the line of no resample"
        return places


def corners(rng, copies=None):
    """Draw three corners off any line, 30 to 42 points in all; 1.5 noise, so a residual is worth something."""
    sign = rng.choice([-1.0, 1.0], size=2)
    x = np.array([1.0, 4.5, 8.5]) + rng.uniform(-0.8, 0.8, size=3)
    bend = np.array([1.0, -2.0, 1.0]) * rng.choice([-1, 1]) * rng.uniform(1, 2)
    y = sign[0] * rng.uniform(3, 8) * x + sign[1] * rng.uniform(12, 20) + bend
    return Corners.repeated(x, y, copies or [2 * int(rng.integers(5, 8))] * 3)


def resampled(reply, n_resamples):
    """Take the lines, one a row, from what pairs_bootstrap returned: their layout is a test of its own."""
    if isinstance(reply, np.ndarray) and reply.shape == (2, n_resamples):
        reply = reply.T
    if isinstance(reply, (tuple, list)) and len(reply) == 2 != n_resamples:
        reply = np.column_stack([array(part, shape=(n_resamples,)) for part in reply])
    return array(reply, shape=(n_resamples, 2))


def columns(got):
    """Return slopes and intercepts of a reply, for recognising mistakes."""
    rows, _ = np.shape(got)
    return np.asarray(got, dtype=float) if rows == 2 else np.transpose(got)


def resampling_mistakes(points):
    """Say how known mistakes show in what pairs_bootstrap returns for these points."""
    fit, spread = points.fit, points.spread
    line = Line.through(points.x, points.y)
    residual_spread = np.sqrt(line.sse / line.n / line.s_xx)

    def all_same(got):
        return np.ptp(columns(got)[0]) < 1e-6 * spread[0]

    return {
        "nothing_returned": lambda got: got is None,
        "without_replacement": lambda got: all_same(got) and abs(columns(got)[0][0] - fit[0]) < 1e-6 * spread[0],
        "one_resample_repeated": lambda got: all_same(got) and len(columns(got)[0]) > 1,
        "drawn_apart": lambda got: abs(np.mean(columns(got)[0])) < abs(fit[0]) / 4,
        "swapped_order": lambda got: np.all(np.abs(np.median(columns(got), axis=1) - fit[::-1]) < spread[::-1]),
        "residuals_for_pairs": lambda got: (
            len(columns(got)[0]) == MANY and abs(np.std(columns(got)[0]) / residual_spread - 1) < 0.06
        ),
    }


def check_resamples(reply, points, n_resamples):
    """Expect each row to be the line of a resample, and not all to be the same; return which resamples."""
    places = points.places(resampled(reply, n_resamples))
    assert n_resamples == 1 or np.ptp(places) > 0, "every row is the same"
    return places


def all_resamples(reply, calls, points, n_resamples):
    """Check what a probe returned that calls pairs_bootstrap more than once."""
    replies = sequence(reply)
    assert len(replies) == calls
    return [check_resamples(one, points, n_resamples) for one in replies]


@pytest.mark.exercise("pairs_bootstrap", weight=5)
def test_pairs_bootstrap_value(student, rng, mistakes):
    """Each row of pairs_bootstrap is slope and intercept of n points drawn from the data, x with its y."""
    # Stays although every other test begins in the same way: it names the behaviour, and weighs most.
    points = corners(rng)
    mistakes(**resampling_mistakes(points))

    reply = student.probe(RESAMPLE, seed=a_seed(rng), x=points.x, y=points.y, n_resamples=SOME)

    check_resamples(reply, points, SOME)


@pytest.mark.exercise("pairs_bootstrap", weight=4)
def test_pairs_bootstrap_distribution(student, rng, mistakes):
    """The slopes of pairs_bootstrap vary as those of n independent draws from n points do."""
    points = corners(rng)
    mistakes(**resampling_mistakes(points))

    reply = student.probe(RESAMPLE, seed=a_seed(rng), x=points.x, y=points.y, n_resamples=MANY)

    places = check_resamples(reply, points, MANY)
    shares = np.bincount(places, minlength=len(points.chances)) / MANY
    # The largest gap D between the distribution function of the sample and the true one, which is known
    # here: Massart's bound P(D > d) <= 2 exp(-2 n d^2) is FALSE_FAIL at this d. (d = 0.042.)
    gap = np.max(np.abs(np.cumsum(shares - points.chances)))
    assert gap < np.sqrt(np.log(2 / FALSE_FAIL) / (2 * MANY))


@pytest.mark.exercise("pairs_bootstrap", weight=2)
def test_pairs_bootstrap_shape(student, rng, mistakes):
    """pairs_bootstrap returns the lines as a float64 array of shape (n_resamples, 2)."""
    points = corners(rng)
    n_resamples = np.int64(rng.integers(SOME, 2 * SOME))
    mistakes(**resampling_mistakes(points))

    reply = student.probe(RESAMPLE, seed=a_seed(rng), x=points.x, y=points.y, n_resamples=n_resamples)

    check_resamples(reply, points, int(n_resamples))
    assert isinstance(reply, np.ndarray), "expected a NumPy array"
    assert reply.shape == (n_resamples, 2)
    assert reply.dtype == np.float64


@pytest.mark.exercise("pairs_bootstrap", weight=1)
def test_pairs_bootstrap_every_point(student, rng, mistakes):
    """pairs_bootstrap draws every point now and then, the first and the last included."""
    # Stays although the distribution shows the same mistake: this test names it.
    for copies, others in (([1, 20, 21], [1, -1]), ([21, 20, 1], [0, -2])):
        points = corners(rng, copies)
        x, y = points.x[others], points.y[others]
        slope = (y[1] - y[0]) / (x[1] - x[0])
        mistakes(
            point_left_out=lambda got, slope=slope: np.allclose(columns(got)[0], slope, rtol=1e-9),
            **resampling_mistakes(points),
        )

        reply = student.probe(RESAMPLE, seed=a_seed(rng), x=points.x, y=points.y, n_resamples=SOME)

        lines = points.lines[points.places(resampled(reply, SOME))]
        # A resample misses a given point with a chance of about 1/e; all of them, with one of exp(-100).
        assert not np.allclose(lines[:, 0], slope, rtol=1e-9)
        assert np.any(np.isclose(lines[:, 0], slope, rtol=1e-9))


@pytest.mark.exercise("pairs_bootstrap", weight=1)
def test_pairs_bootstrap_one_resample(student, rng, mistakes):
    """pairs_bootstrap with n_resamples = 1 gives one resample, drawn like any other."""
    points = corners(rng)
    seeds = [a_seed(rng) for _ in range(12)]
    mistakes(
        nothing_returned=lambda got: any(one is None for one in got),
        without_replacement=lambda got: all(np.allclose(np.ravel(one), points.fit) for one in got),
    )

    reply = student.probe(RESAMPLE_WITH_EACH, seeds=seeds, x=points.x, y=points.y, n_resamples=1)

    # The most likely of all resamples has a chance of less than 4 %: twelve times the same, one of 1e-15.
    assert np.ptp(all_resamples(reply, len(seeds), points, 1)) > 0


@pytest.mark.exercise("pairs_bootstrap", weight=2)
def test_pairs_bootstrap_seed(student, rng, mistakes):
    """Generators with the same seed give pairs_bootstrap the same lines, and another seed gives others."""
    points, seed = corners(rng), a_seed(rng)
    mistakes(
        nothing_returned=lambda got: any(one is None for one in got),
        global_random_state=lambda got: not np.array_equal(got[0], got[1], equal_nan=True),
        reseeded=lambda got: np.array_equal(got[1], got[2]),
    )

    reply = student.probe(
        RESAMPLE_WITH_EACH, seeds=[seed, seed, seed + 1], x=points.x, y=points.y, n_resamples=SOME
    )

    first, again, other = all_resamples(reply, 3, points, SOME)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.exercise("pairs_bootstrap", weight=1)
def test_pairs_bootstrap_two_calls(student, rng, mistakes):
    """Two calls of pairs_bootstrap in a row, with one generator, give different lines."""
    points = corners(rng)
    mistakes(
        nothing_returned=lambda got: any(one is None for one in got),
        reseeded=lambda got: np.array_equal(got[0], got[1]),
    )

    reply = student.probe(RESAMPLE_TWICE, seed=a_seed(rng), x=points.x, y=points.y, n_resamples=SOME)

    first, second = all_resamples(reply, 2, points, SOME)
    assert not np.array_equal(first, second)


@pytest.mark.exercise("pairs_bootstrap", weight=1)
def test_pairs_bootstrap_global_state(student, rng, mistakes):
    """pairs_bootstrap leaves the random state that other code shares (NumPy's, Python's, torch's) alone."""
    points = corners(rng)
    mistakes(
        nothing_returned=lambda got: got[0] is None,
        global_random_state=lambda got: not same_states(got[1], got[2]),
    )

    reply = student.probe(RESAMPLE_WATCHED, seed=a_seed(rng), x=points.x, y=points.y, n_resamples=SOME)

    lines, before, after = sequence(reply, 3)
    check_resamples(lines, points, SOME)
    assert same_states(before, after)


@pytest.mark.exercise("pairs_bootstrap", weight=1)
def test_pairs_bootstrap_lists(student, rng, mistakes):
    """pairs_bootstrap takes lists and resamples them as it does arrays."""
    points = corners(rng)
    mistakes(**resampling_mistakes(points))

    reply = student.probe(
        RESAMPLE, seed=a_seed(rng), x=points.x.tolist(), y=points.y.tolist(), n_resamples=SOME
    )

    check_resamples(reply, points, SOME)


@pytest.mark.exercise("pairs_bootstrap", weight=1)
def test_pairs_bootstrap_number_types(student, rng, mistakes):
    """pairs_bootstrap computes in float64, also for integer and float32 arrays whose squares overflow."""
    three = corners(rng, [12, 12, 12])
    for x, y in in_other_types(three.x[[0, 12, 24]], three.y[[0, 12, 24]]):
        points = Corners.repeated(x, y, [12, 12, 12])
        mistakes(**resampling_mistakes(points), **(NOT_FINITE if x.dtype == np.float32 else {}))

        reply = student.probe(RESAMPLE, seed=a_seed(rng), x=points.x, y=points.y, n_resamples=SOME)

        check_resamples(reply, points, SOME)


@pytest.mark.exercise("pairs_bootstrap", weight=1)
def test_pairs_bootstrap_arguments_unchanged(student, rng, mistakes):
    """pairs_bootstrap gives lines of resamples and leaves the arrays and lists it is given as they were."""
    points = corners(rng)
    mistakes(**resampling_mistakes(points))
    inputs = {"seed": a_seed(rng), "x": points.x, "y": points.y, "n_resamples": SOME}

    check_resamples(student.probe(RESAMPLE, **inputs), points, SOME)
    mistakes(changed_arguments=lambda got: isinstance(got, list) and len(got) == 2)
    lists = inputs | {"x": points.x.tolist(), "y": points.y.tolist()}
    for handed in (inputs, lists):
        try:
            after = student.probe(ARGUMENTS_AFTER, **handed)
        except StudentRaised:
            if handed is lists:
                return  # that lists are taken is a test of its own
            raise
        x, y = sequence(after, 2)
        assert np.array_equal(array(x, shape=(None,)), points.x)
        assert np.array_equal(array(y, shape=(None,)), points.y)


def same_states(before, after):
    """Say whether two lists of random states are equal."""
    before, after = sequence(before), sequence(after)
    return len(before) == len(after) and all(map(np.array_equal, before, after))


# percentile_interval ------------------------------------------------------------------------------------


def lopsided(rng):
    """Draw samples with a long tail to one side, on both sides of 0, in no order."""
    samples = rng.exponential(rng.uniform(1, 4), size=int(rng.integers(1500, 2500)))
    return rng.choice([-1.0, 1.0]) * (samples - np.median(samples)) + rng.uniform(-0.2, 0.2)


def near_both(*wanted):
    """Recognise a reply that is one of several pairs."""
    return lambda got: any(tuple(got) == pytest.approx(tuple(one), rel=1e-6) for one in wanted)


def check_percentiles(student, mistakes, samples, level, **more_mistakes):
    """Expect each end within one step of the ordered samples from its quantile: there all the rules agree."""
    ordered = np.sort(flat(samples))
    last = len(ordered) - 1
    shares = (1 - level) / 2, (1 + level) / 2
    mean, z = ordered.mean(), special.ndtri(shares[1])
    found = {
        "nothing_returned": lambda got: got is None,
        "high_before_low": lambda got: np.subtract(*got) > 0,
    }
    quantiles_mistaken = {
        "percent_for_share": near_both(np.percentile(ordered, shares), np.percentile(ordered, [1 - level, level])),
        "normal_approximation": near_both(
            *[
                (mean - factor * ordered.std(ddof=ddof), mean + factor * ordered.std(ddof=ddof))
                for factor in (z, 2, 1.96, t_quantile(shares[1], max(last, 1)))
                for ddof in ((0, 1) if last else (0,))
            ]
        ),
        "one_tail": near_both(np.quantile(ordered, [1 - level, level])),
    }
    if level != 0.95:
        quantiles_mistaken["level_ignored"] = near_both(np.quantile(ordered, [0.025, 0.975]))
    different = np.unique(ordered)
    if len(different) < len(ordered):
        quantiles_mistaken["ties_dropped"] = lambda got: all(
            abs(np.searchsorted(different, end) - share * (len(different) - 1)) <= 2
            for end, share in zip(got, shares, strict=True)
        )
    if last:  # a single sample is its own quantile, right or mistaken
        found |= quantiles_mistaken
    mistakes(**found, **more_mistakes)
    ends = pair(student.percentile_interval(samples, level))
    for end, share in zip(ends, shares, strict=True):
        position = share * last
        lowest = ordered[max(int(np.floor(position)) - 1, 0)]
        highest = ordered[min(int(np.ceil(position)) + 1, last)]
        room = SAME * max(abs(lowest), abs(highest))
        assert lowest - room <= end <= highest + room


@pytest.mark.exercise("percentile_interval", weight=8)
def test_percentile_interval_value(student, rng, mistakes):
    """percentile_interval cuts the same share of the samples off at each end."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    check_percentiles(student, mistakes, lopsided(rng), 0.95)
    # Many samples are equal here, as resamples of few points are.
    check_percentiles(student, mistakes, np.round(lopsided(rng)), 0.95)


@pytest.mark.exercise("percentile_interval", weight=4)
def test_percentile_interval_level(student, rng, mistakes):
    """percentile_interval cuts off less for a higher level, by the right amount."""
    samples = lopsided(rng)

    for level in (0.3, 0.8, 0.999, np.float64(rng.uniform(0.6, 0.9)), 0.95):
        check_percentiles(student, mistakes, samples, level)


@pytest.mark.exercise("percentile_interval", weight=4)
def test_percentile_interval_level_refused(student, rng, mistakes):
    """percentile_interval takes levels between 0 and 1, and raises a ValueError for any other."""
    samples = lopsided(rng)

    check_percentiles(student, mistakes, samples, 0.95)
    mistakes(**NONE_FOR_AN_ERROR, level_not_checked=lambda got: True)
    for level in WRONG_LEVELS:
        check_refused(student.percentile_interval, samples, level)


@pytest.mark.exercise("percentile_interval", weight=1)
def test_percentile_interval_few_samples(student, rng, mistakes):
    """percentile_interval works for a handful of samples too, or for one."""
    check_percentiles(student, mistakes, lopsided(rng), 0.95)
    for n in (1, 2, 3, 5):
        check_percentiles(student, mistakes, lopsided(rng)[:n], 0.95)


@pytest.mark.exercise("percentile_interval", weight=1)
def test_percentile_interval_lists(student, rng, mistakes):
    """percentile_interval takes lists, and arrays of whole numbers or of float32, as it takes others."""
    check_percentiles(student, mistakes, lopsided(rng).tolist(), 0.95)
    check_percentiles(student, mistakes, lopsided(rng).astype(np.float32), 0.95)
    # So large that hardly two of them are equal, which is another test's matter.
    check_percentiles(student, mistakes, np.round(1e7 * lopsided(rng)).astype(np.int32), 0.95)


@pytest.mark.exercise("percentile_interval", weight=2)
def test_percentile_interval_arguments_unchanged(student, rng, mistakes):
    """percentile_interval gives the right interval and leaves the samples as they were, also those in a list."""
    samples = lopsided(rng)

    check_percentiles(student, mistakes, samples, 0.95)
    mistakes(changed_arguments=lambda got: True)
    check_unchanged(student, "percentile_interval", samples, 0.95)


# coverage -----------------------------------------------------------------------------------------------

# The probes hand over a draw whose data sets have the slopes in `slopes`, one after the other, and an interval
# that puts half_width around the slope it finds. So the grader decides which data sets are covered, whatever
# random numbers their x are made of. What they return: the answer, the first x of each data set that was
# drawn, and of each for which an interval was asked.
MEASURE = """
def measure(student, rng, slopes, half_width, truth, n_datasets):
    import numpy as np

    drawn, measured = [], []

    def draw(rng):
        x = rng.uniform(0, 10, size=12)
        y = slopes[len(drawn) % len(slopes)] * x + 3.0
        drawn.append(float(x[0]))
        return x, y

    def interval(x, y):
        measured.append(float(x[0]))
        x_centred = x - np.mean(x)
        slope = float(np.sum(x_centred * y) / np.sum(x_centred**2))
        return slope - half_width, slope + half_width

    share = student.coverage(interval, draw, truth, n_datasets, rng)
    return [share, drawn, measured]
"""

MEASURE_WITH_EACH = (
    MEASURE
    + """

def probe(student, seeds, **inputs):
    import numpy as np

    return [measure(student, np.random.default_rng(seed), **inputs) for seed in seeds]
"""
)

MEASURE_TWICE = (
    MEASURE
    + """

def probe(student, seed, **inputs):
    import numpy as np

    rng = np.random.default_rng(seed)
    return [measure(student, rng, **inputs) for _ in range(2)]
"""
)

MEASURE_WATCHED = (
    MEASURE
    + """

def probe(student, seed, **inputs):
    import random

    import numpy as np
    import torch

    def global_states():
        numpy_state = np.random.get_state()
        return [numpy_state[1], numpy_state[2], list(random.getstate()[1]), torch.get_rng_state().numpy()]

    np.random.seed(seed)
    random.seed(seed)
    torch.manual_seed(seed)
    before = global_states()
    reply = measure(student, np.random.default_rng(seed), **inputs)
    return [reply, before, global_states()]
"""
)

MEASURE_ENDS = """
def probe(student, seed, ends, truth):
    import numpy as np

    drawn = []

    def draw(rng):
        x = rng.uniform(0, 10, size=12)
        drawn.append(True)
        return x, x + (len(drawn) - 1) % len(ends) + 1  # one data set too many starts again: another test's matter

    def interval(x, y):
        shift = y - x
        number = round(float(shift[0]))
        together = np.allclose(shift, number) and 1 <= number <= len(ends)
        return ends[number - 1] if together else (np.nan, np.nan)

    return student.coverage(interval, draw, truth, len(ends), np.random.default_rng(seed))
"""


@dataclass(frozen=True)
class Trials:
    """Data sets of which it is decided beforehand how many intervals hold the truth."""

    inputs: dict
    covered: np.ndarray

    @property
    def share(self):
        """Return the coverage."""
        return np.mean(self.covered)


def trials(rng):
    """Draw a truth, and slopes: some are near it, as the last is, and some too far away, as the first is.

    Most of both lie to one side, so that neither the mean nor the median of the slopes does for the truth; some of
    both lie to the other, so that both ends count. Nor does the first interval, asked about all slopes.
    """
    while True:
        n = int(rng.integers(37, 58))
        covered = np.arange(n) < rng.integers(n // 2 + 3, n - 6)
        covered = rng.permutation(covered)
        covered[[0, -1]] = False, True
        off = np.where(covered, rng.uniform(0.3, 0.8, size=n), rng.uniform(1.1, 1.6, size=n))
        hits, misses = rng.permutation(np.flatnonzero(covered)), rng.permutation(np.flatnonzero(~covered))
        few = hits[: len(hits) // 5]
        off[few] = rng.uniform(-0.3, 0, size=len(few))
        off[misses[: int(rng.integers(1, 3))]] *= -rng.uniform(1.2, 1.5)
        held = [int(np.sum(np.abs(off - middle) <= 1)) for middle in (off.mean(), np.median(off), off[0])]
        if min(held[:2]) > np.sum(covered) + 1 and abs(held[2] - np.sum(covered)) > 1:
            break
    half_width = rng.uniform(0.3, 0.6)
    truth = float(rng.choice([-1, 1]) * rng.uniform(4, 8))
    slopes = truth + rng.choice([-1, 1]) * half_width * off
    inputs = {"slopes": slopes.tolist(), "half_width": float(half_width), "truth": truth, "n_datasets": n}
    return Trials(inputs, covered)


def coverage_mistakes(trial):
    """Say how known mistakes show in what a probe returns, whose first item is that of a call of coverage."""
    n = len(trial.covered)

    def is_near(*wanted):
        return lambda got: any(got[0][0] == pytest.approx(one, rel=1e-9, abs=1e-12) for one in wanted)

    return {
        "nothing_returned": lambda got: got[0][0] is None,
        "interval_holds_the_slope": lambda got: len(set(got[0][1])) > 1 and len(got[0][2]) == 1,
        "one_data_set": lambda got: (
            len(got[0][1]) + len(got[0][2]) > 2 and (len(set(got[0][1])) == 1 or len(set(got[0][2])) == 1)
        ),
        "loop_left_early": lambda got: 0 < len(got[0][1]) == len(got[0][2]) < n,
        "own_estimate": is_near(1.0, 100.0, float(n)),
        "count_for_share": is_near(trial.share * n, trial.share * 100),
        "misses_counted": is_near(1 - trial.share, (1 - trial.share) * 100, (1 - trial.share) * n),
    }


def check_share(reply, trial):
    """Compare a coverage with the right one; return the data sets drawn and those whose interval was made.

    Which data sets are covered is decided beforehand, so that they are different ones is asked for here too.
    """
    share, drawn, measured = sequence(reply, 3)
    assert number(share) == pytest.approx(trial.share, rel=SHARE)
    drawn, measured = numbers(drawn), numbers(measured)  # an answer that looks into its arguments may change them
    assert len(set(drawn)) == len(drawn), "the same data set came more than once"
    return drawn, measured


@pytest.mark.exercise("coverage", weight=10)
def test_coverage_value(student, rng, mistakes):
    """coverage is the share of data sets whose interval holds the truth."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    for _ in range(3):
        trial = trials(rng)
        mistakes(**coverage_mistakes(trial))

        reply = student.probe(MEASURE_WITH_EACH, seeds=[a_seed(rng)], **trial.inputs)

        check_share(sequence(reply, 1)[0], trial)


@pytest.mark.exercise("coverage", weight=2)
def test_coverage_new_data(student, rng, mistakes):
    """coverage draws a new data set each time, n_datasets in all, and makes the interval of each."""
    trial = trials(rng)
    mistakes(**coverage_mistakes(trial))

    reply = student.probe(MEASURE_WITH_EACH, seeds=[a_seed(rng)], **trial.inputs)

    drawn, measured = check_share(sequence(reply, 1)[0], trial)
    assert len(drawn) == len(trial.covered)
    assert set(measured) == set(drawn)


@pytest.mark.exercise("coverage", weight=3)
def test_coverage_seed(student, rng, mistakes):
    """Generators with the same seed give coverage the same data sets, and another seed gives others."""
    trial, seed = trials(rng), a_seed(rng)
    mistakes(
        **coverage_mistakes(trial),
        global_random_state=lambda got: sorted(got[0][1]) != sorted(got[1][1]),
        reseeded=lambda got: set(got[1][1]) & set(got[2][1]),
    )

    reply = student.probe(MEASURE_WITH_EACH, seeds=[seed, seed, seed + 1], **trial.inputs)

    drawn, again, other = (sorted(check_share(one, trial)[0]) for one in sequence(reply, 3))
    assert drawn == again
    assert drawn != other


@pytest.mark.exercise("coverage", weight=2)
def test_coverage_two_calls(student, rng, mistakes):
    """Two calls of coverage in a row, with one generator, draw different data sets."""
    trial = trials(rng)
    mistakes(
        **coverage_mistakes(trial),
        reseeded=lambda got: set(got[0][1]) & set(got[1][1]),
    )

    reply = student.probe(MEASURE_TWICE, seed=a_seed(rng), **trial.inputs)

    drawn, again = (sorted(check_share(one, trial)[0]) for one in sequence(reply, 2))
    assert not set(drawn) & set(again)


@pytest.mark.exercise("coverage", weight=1)
def test_coverage_one_interval_each(student, rng, mistakes):
    """coverage asks for one interval of each data set, so that it can measure random and slow recipes."""
    trial = trials(rng)
    mistakes(
        **coverage_mistakes(trial),
        interval_asked_twice=lambda got: len(got[0][2]) > len(set(got[0][2])),
    )

    reply = student.probe(MEASURE_WITH_EACH, seeds=[a_seed(rng)], **trial.inputs)

    _, measured = check_share(sequence(reply, 1)[0], trial)
    assert len(measured) == len(set(measured))


@pytest.mark.exercise("coverage", weight=1)
def test_coverage_ends(student, rng, mistakes):
    """An interval holds the truth for coverage where the truth is one of its ends, and not where it is just outside."""
    truth = float(rng.integers(4, 9))
    # So many that no right or known wrong share is a half, and none is another's.
    inside = [(truth - 1, truth + 1)] * int(rng.integers(4, 6))
    # Not quite inside, in two of them: an end is no neighbourhood. And NaN is on neither side of any number.
    outside = [(truth - 3, truth - 1), (truth + 1, truth + 3), (truth - 2, truth - 1e-6), (truth + 1e-6, truth + 2)]
    outside.append((np.nan, np.nan))
    at_ends = [(truth, truth + 2), (truth - 2, truth), (truth, truth)]
    mistakes(
        ends_left_out=lambda got: got == pytest.approx(len(inside) / len(inside + outside + at_ends)),
        nothing_returned=lambda got: got is None,
    )

    # In any order, but a miss first, so that what leaves the loop there counts none of them, and a hit last.
    first, *others, last = outside + inside + at_ends
    ends = [first, *(others[place] for place in rng.permutation(len(others))), last]
    reply = student.probe(MEASURE_ENDS, seed=a_seed(rng), ends=ends, truth=truth)

    assert number(reply) == pytest.approx(1 - len(outside) / len(ends), rel=SHARE)


@pytest.mark.exercise("coverage", weight=1)
def test_coverage_global_state(student, rng, mistakes):
    """coverage leaves the random state that other code shares (NumPy's, Python's, torch's) alone."""
    trial = trials(rng)
    mistakes(
        **coverage_mistakes(trial),
        global_random_state=lambda got: not same_states(got[1], got[2]),
    )

    reply = student.probe(MEASURE_WATCHED, seed=a_seed(rng), **trial.inputs)

    measured, before, after = sequence(reply, 3)
    check_share(measured, trial)
    assert same_states(before, after)
