"""Hidden tests of least_squares: four functions, on fresh data every time.

Inputs are float64 unless a test says otherwise, come from the run's recorded seed, and never have the
20 points of the post, so typed-in numbers fail. Every test that expects an error also expects a right
answer first, so a function that always raises earns nothing.

Tolerances, all relative. SHARP is for sums of a few dozen squares: float64 leaves about 1e-14 of them,
float32 about 1e-7. CLOSE is for fitted lines: a solver that is not centred, such as np.polyfit, is right
to about 1e-8 at x + 1e8, and the wrong formulas tested here are off by more than 1e-4.
"""

import numpy as np
import pytest
from scipy import stats

from autograder.expect import array, number, pair, sequence
from autograder.student import StudentRaised

SHARP = 1e-9
CLOSE = 1e-6

# Four tests of make_line_data judge a random sample. Each fails a right answer with probability FALSE_FAIL
# (its comment says how), so a grading fails one with at most 4 x 2e-5 = 8e-5, below one in 10 000.
FALSE_FAIL = 2e-5
MANY = 2_000  # y of shape (n, n), a common mistake, still fits into the sandbox


# make_line_data -----------------------------------------------------------------------------------------

DRAW = """
def probe(student, seed, n, slope, intercept, sigma):
    import numpy as np

    return student.make_line_data(n, slope, intercept, sigma, np.random.default_rng(seed))
"""

DRAW_WITH_EACH = """
def probe(student, seeds, n, slope, intercept, sigma):
    import numpy as np

    return [student.make_line_data(n, slope, intercept, sigma, np.random.default_rng(seed)) for seed in seeds]
"""

DRAW_TWICE = """
def probe(student, seed, n, slope, intercept, sigma):
    import numpy as np

    rng = np.random.default_rng(seed)
    return [student.make_line_data(n, slope, intercept, sigma, rng) for _ in range(2)]
"""

DRAW_FROM_WORDS = """
def probe(student, keys, position, n, slope, intercept, sigma):
    import numpy as np

    replies = []
    for key in keys:
        bits = np.random.MT19937(0)
        bits.state = {"bit_generator": "MT19937", "state": {"key": key, "pos": position}}
        replies.append(student.make_line_data(n, slope, intercept, sigma, np.random.Generator(bits)))
    return replies
"""

DRAW_WATCHED = """
def probe(student, seed, n, slope, intercept, sigma):
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
    reply = student.make_line_data(n, slope, intercept, sigma, np.random.default_rng(seed))
    return [reply, before, global_states()]
"""


def a_line(rng):
    """Draw a line that no notebook mentions, with a sigma far from its own square and root."""
    sign = rng.choice([-1.0, 1.0], size=2)
    sigma = rng.choice([rng.uniform(0.2, 0.5), rng.uniform(2.0, 4.0)])
    return {
        "slope": float(sign[0] * rng.uniform(2, 8)),
        "intercept": float(sign[1] * rng.uniform(12, 20)),
        "sigma": float(sigma),
    }


def a_seed(rng):
    """Draw a seed for the generator that the probe hands to the student."""
    return int(rng.integers(2**32))


def drawn(reply, n):
    """Take x and y, as (n,), from what make_line_data returned: that they arrive so is a test of its own."""
    if isinstance(reply, np.ndarray) and reply.ndim > 1:
        reply = list(reply)
    assert isinstance(reply, (tuple, list)), f"expected two arrays, x and y, got {type(reply).__name__}"
    assert len(reply) == 2, f"expected two arrays, x and y, got {len(reply)} values"
    parts = [part.reshape(n) if isinstance(part, np.ndarray) and part.size == n else part for part in reply]
    x, y = (array(part, shape=(n,)) for part in parts)
    assert n == 1 or np.ptp(x) > 0, "every x is the same number"
    return x, y


def all_drawn(reply, calls, n):
    """Unpack what a probe returned that calls make_line_data more than once."""
    assert isinstance(reply, list)
    assert len(reply) == calls
    return [drawn(one, n) for one in reply]


def same_states(before, after):
    """Say whether two lists of random states are equal."""
    before, after = sequence(before), sequence(after)
    return len(before) == len(after) and all(map(np.array_equal, before, after))


def around_fit(x, y):
    """Take the best line out of y: what is left is the noise, whatever line the student used."""
    x, y = x - np.mean(x), y - np.mean(y)
    return y - np.sum(x * y) / np.sum(x**2) * x


def noise_close_to(spread):
    """Recognise a reply whose noise has this standard deviation."""
    return lambda got: abs(np.std(around_fit(*got)) - spread) < 0.05 * spread


@pytest.mark.exercise("make_line_data", weight=2)
def test_make_line_data_arrays(student, rng, mistakes):
    """make_line_data returns x and y as two float64 arrays of shape (n,), also for a single point."""
    mistakes(broadcast=lambda got: np.ndim(got[0]) == 2 or np.ndim(got[1]) == 2)
    for n in (int(rng.integers(30, 60)), 1):
        reply = student.probe(DRAW, seed=a_seed(rng), n=n, **a_line(rng))

        _, y = drawn(reply, n)
        assert n == 1 or np.ptp(y) > 0
        for part in reply:
            assert isinstance(part, np.ndarray), "expected a NumPy array"
            assert part.shape == (n,)
            assert part.dtype == np.float64
    whole = student.probe(DRAW, seed=a_seed(rng), n=30, slope=3, intercept=int(rng.integers(5, 20)), sigma=2)
    drawn(whole, 30)
    assert all(isinstance(part, np.ndarray) and part.dtype == np.float64 for part in whole)


@pytest.mark.exercise("make_line_data", weight=3)
def test_make_line_data_line(student, rng, mistakes):
    """Without noise (sigma = 0) every point of make_line_data lies on the line that was asked for."""
    n, line = np.int64(rng.integers(30, 60)), a_line(rng) | {"sigma": 0.0}
    slope, intercept = line["slope"], line["intercept"]
    mistakes(swapped_order=lambda got: np.allclose(got[1], intercept * np.ravel(got[0]) + slope))

    x, y = drawn(student.probe(DRAW, seed=a_seed(rng), n=n, **line), int(n))

    assert y == pytest.approx(slope * x + intercept, rel=SHARP, abs=SHARP)


@pytest.mark.exercise("make_line_data", weight=2)
def test_make_line_data_uniform(student, rng, mistakes):
    """The x of make_line_data are drawn by chance, evenly over [0, 10)."""
    mistakes(unit_interval=lambda got: 0 < np.max(got[0]) <= 1)

    x, _ = drawn(student.probe(DRAW, seed=a_seed(rng), n=MANY, **a_line(rng)), MANY)

    assert np.all(x >= 0)
    assert np.all(x < 10)
    # The largest gap D between the sample's distribution function and the true one: Massart's bound is
    # P(D > d) <= 2 exp(-2 n d^2), which is FALSE_FAIL at this d. (d = 0.054.)
    gap = stats.kstest(x / 10, "uniform").statistic
    assert gap < np.sqrt(np.log(2 / FALSE_FAIL) / (2 * MANY))
    # Points in equal steps have next to none, in whatever order. (By chance D < 0.2 / sqrt(n) once in 1e12.)
    assert gap > 0.2 / np.sqrt(MANY)
    # Rounded x repeat: to three digits after the point about 180 times, in float32 less than once, here never.
    assert len(np.unique(x)) > MANY - 15


@pytest.mark.exercise("make_line_data", weight=3)
def test_make_line_data_sigma(student, rng, mistakes):
    """The noise of make_line_data has standard deviation sigma."""
    line = a_line(rng)
    sigma = line["sigma"]
    mistakes(
        variance_for_sd=lambda got: noise_close_to(sigma**2)(got) or noise_close_to(sigma**0.5)(got),
        one_noise_for_all=lambda got: np.std(around_fit(*got)) < 1e-6 * sigma,
    )

    noise = around_fit(*drawn(student.probe(DRAW, seed=a_seed(rng), n=MANY, **line), MANY))

    # What a fitted line leaves of normal noise is sigma^2 times a chi-squared with n - 2 degrees of freedom,
    # exactly; half of FALSE_FAIL lies outside on either side. (The bounds are about 7 % around sigma.)
    low, high = stats.chi2.ppf([FALSE_FAIL / 2, 1 - FALSE_FAIL / 2], MANY - 2)
    assert low < np.sum(noise**2) / sigma**2 < high


@pytest.mark.exercise("make_line_data", weight=1)
def test_make_line_data_noise_mean(student, rng):
    """The noise of make_line_data has mean 0, up to chance, so points fall on both sides of the line."""
    sigma = a_line(rng)["sigma"]

    # On the line y = 0 the noise is y itself, so a mistake in the line is not counted here again.
    reply = student.probe(DRAW, seed=a_seed(rng), n=MANY, slope=0.0, intercept=0.0, sigma=sigma)
    _, noise = drawn(reply, MANY)

    # The mean of n noises is normal with sd sigma / sqrt(n); FALSE_FAIL lies outside the bound.
    # The sample's own spread takes the place of sigma, whose size is another test: that turns the normal
    # quantile into one of t with n - 1 degrees of freedom, exactly.
    spread = np.std(noise, ddof=1)
    assert abs(np.mean(noise)) <= stats.t.ppf(1 - FALSE_FAIL / 2, MANY - 1) * spread / np.sqrt(MANY)
    # Noise that was moved to have mean 0 in each sample is not independent. (By chance: once in 1e7.)
    assert spread == 0 or abs(np.mean(noise)) > 1e-9 * spread


@pytest.mark.exercise("make_line_data", weight=1)
def test_make_line_data_noise_normal(student, rng):
    """The noise of make_line_data is normal: mostly small, now and then large."""
    noise = around_fit(*drawn(student.probe(DRAW, seed=a_seed(rng), n=MANY, **a_line(rng)), MANY))
    spread = np.std(noise)
    assert spread > 0

    # The bound of the uniform test holds for a distribution known beforehand. Dividing by the sample's own
    # spread fits the normal curve to the sample, which makes the gap smaller: the rate is below FALSE_FAIL.
    gap = stats.kstest(noise / spread, "norm").statistic
    assert gap < np.sqrt(np.log(2 / FALSE_FAIL) / (2 * MANY))
    # Tails that are too heavy or too light may leave the gap below that bound, now and then. Of 100 000 normal samples
    # of this size none was beyond 5.2 here, so the rate at 5.8 is small beside FALSE_FAIL; of 4 000 with Laplace noise
    # none was below 7.
    assert np.abs(stats.kurtosistest(noise).statistic) < 5.8


@pytest.mark.exercise("make_line_data", weight=3)
def test_make_line_data_seed(student, rng, mistakes):
    """Generators with the same seed give make_line_data the same points, and another seed gives others."""
    n, seed = int(rng.integers(30, 60)), a_seed(rng)
    mistakes(
        global_random_state=lambda got: not np.array_equal(got[0][1], got[1][1]),
        reseeded=lambda got: np.array_equal(got[1][1], got[2][1]),
    )

    reply = student.probe(DRAW_WITH_EACH, seeds=[seed, seed, seed + 1], n=n, **a_line(rng))

    (x, y), (x_again, y_again), (_, other_y) = all_drawn(reply, 3, n)
    assert np.array_equal(x, x_again)
    assert np.array_equal(y, y_again)
    assert not np.array_equal(y, other_y)


@pytest.mark.exercise("make_line_data", weight=3)
def test_make_line_data_two_calls(student, rng, mistakes):
    """Two calls of make_line_data in a row, with one generator, give different x and different noise."""
    n, line = int(rng.integers(30, 60)), a_line(rng)
    mistakes(reseeded=lambda got: np.array_equal(got[0][0], got[1][0]) and np.array_equal(got[0][1], got[1][1]))

    reply = student.probe(DRAW_TWICE, seed=a_seed(rng), n=n, **line)

    (x, y), (x_again, y_again) = all_drawn(reply, 2, n)
    assert not np.array_equal(x, x_again)
    assert not np.allclose(y - line["slope"] * x, y_again - line["slope"] * x_again)


@pytest.mark.exercise("make_line_data", weight=1)
def test_make_line_data_global_state(student, rng, mistakes):
    """make_line_data leaves the random state that other code shares (NumPy's, Python's, torch's) alone."""
    n = int(rng.integers(30, 60))
    mistakes(global_random_state=lambda got: not same_states(got[1], got[2]))

    reply = student.probe(DRAW_WATCHED, seed=a_seed(rng), n=n, **a_line(rng))

    assert isinstance(reply, list)
    assert len(reply) == 3
    drawn(reply[0], n)
    assert same_states(reply[1], reply[2])


@pytest.mark.exercise("make_line_data", weight=1)
def test_make_line_data_x_first(student, rng):
    """make_line_data draws all the x before any of the noise."""
    # Two generators give the same 2n words and different ones from there on; a uniform float64 takes two.
    # Drawn first, x is the same both times. Drawn first, or in turn with x, some noise is.
    n = int(rng.integers(30, 60))
    position = 624 - 2 * n
    key = rng.integers(2**32, size=624, dtype=np.uint32)
    other = key.copy()
    other[:position] = rng.integers(2**32, size=position, dtype=np.uint32)

    # On the line y = 0 the noise is y itself.
    line = {"slope": 0.0, "intercept": 0.0, "sigma": 1.0}
    reply = student.probe(DRAW_FROM_WORDS, keys=[key, other], position=position, n=n, **line)

    (x, noise), (x_other, noise_other) = all_drawn(reply, 2, n)
    assert np.array_equal(x, x_other) or not np.any(noise == noise_other)


# sse ----------------------------------------------------------------------------------------------------


def flat(values):
    """Return the numbers of a vector or column as a float64 vector."""
    return np.asarray(values, dtype=float).reshape(-1)


def vectors(rng):
    """Draw observations and predictions without anything in common, each of shape (n,)."""
    return rng.normal(0, rng.uniform(1, 5), size=(2, int(rng.integers(25, 60))))


def check_sse(student, mistakes, y, fitted, **more_mistakes):
    """Compare the student's sse with the sum over the squared differences of the pairs, in float64."""
    residuals = flat(y) - flat(fitted)
    mistakes(
        broadcast=np.sum((flat(y)[:, None] - flat(fitted)) ** 2),
        mean_for_sum=np.mean(residuals**2),
        absolute_values=np.sum(np.abs(residuals)),
        root_of_the_sum=np.sqrt(np.sum(residuals**2)),
        signed_sum=lambda got: (
            abs(got) == pytest.approx(abs(np.sum(residuals))) or got == pytest.approx(np.sum(residuals) ** 2)
        ),
        nothing_returned=lambda got: got is None,
        **more_mistakes,
    )
    assert number(student.sse(y, fitted)) == pytest.approx(np.sum(residuals**2), rel=SHARP, abs=0)


# First among the mistakes where an error is asked for: there, None is no sign of a result that was only printed.
NONE_FOR_AN_ERROR = {"nothing_returned": lambda got: False, "refused_with_none": lambda got: got is None}


def check_refused(function, *arguments):
    """Expect a ValueError from the call; what it says is the student's to word."""
    with pytest.raises(ValueError):  # noqa: PT011
        function(*arguments)


def check_unchanged(student, name, *arrays):
    """Expect the arguments of a call to be the same after it, as arrays and as lists."""
    lists = [one.tolist() for one in arrays]
    for arguments in (arrays, lists):
        try:
            after = student.arguments_after(name, *arguments)
        except StudentRaised:
            if arguments is lists:
                return  # that lists are taken is a test of its own
            raise
        assert len(after) == len(arguments)
        for before, now in zip(arrays, after, strict=True):
            assert np.array_equal(before, array(now, shape=(None,) * before.ndim))


@pytest.mark.exercise("sse", weight=4)
def test_sse_value(student, rng, mistakes):
    """sse squares the difference of each observation and its prediction, and adds up the squares."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    check_sse(student, mistakes, *vectors(rng))


@pytest.mark.exercise("sse", weight=4)
def test_sse_column_against_row(student, rng, mistakes):
    """sse gives the same number for predictions, or observations, of shape (n,) and (n, 1)."""
    y, fitted = vectors(rng)

    check_sse(student, mistakes, y, fitted[:, None])
    check_sse(student, mistakes, y[:, None], fitted)


@pytest.mark.exercise("sse", weight=1)
def test_sse_two_columns(student, rng, mistakes):
    """sse gives one number when observations and predictions both have shape (n, 1)."""
    y, fitted = vectors(rng)

    check_sse(student, mistakes, y[:, None], fitted[:, None])


@pytest.mark.exercise("sse", weight=2)
def test_sse_different_lengths(student, rng, mistakes):
    """sse adds up pairs, and raises a ValueError when there are more values on one side than on the other."""
    # Stays although a zip that stops short fails the next test too: the two name different mistakes.
    y, fitted = vectors(rng)

    check_sse(student, mistakes, y, fitted)
    for one, other in [(y, fitted[:-1]), (y[1:], fitted), (y[:-3, None], fitted), (y, fitted[2:, None])]:
        shorter = min(len(one), len(other))
        mistakes(**NONE_FOR_AN_ERROR, truncation=np.sum((flat(one)[:shorter] - flat(other)[:shorter]) ** 2))
        check_refused(student.sse, one, other)


@pytest.mark.exercise("sse", weight=1)
def test_sse_one_against_many(student, rng, mistakes):
    """sse adds up pairs, and raises a ValueError when one side has one value and the other side many."""
    y, fitted = vectors(rng)

    check_sse(student, mistakes, y, fitted)
    for one, other in [(y, fitted[:1]), (y[:1], fitted), (y[:, None], fitted[:1]), (y[:1, None], fitted)]:
        stretched = np.sum((flat(one) - flat(other)) ** 2)
        shorter = (flat(one)[0] - flat(other)[0]) ** 2
        mistakes(**NONE_FOR_AN_ERROR, stretched_to_fit=stretched, truncation=shorter)
        check_refused(student.sse, one, other)


@pytest.mark.exercise("sse", weight=2)
def test_sse_other_shapes(student, rng, mistakes):
    """sse takes vectors and columns, and raises a ValueError for rows, tables and anything deeper."""
    y, fitted = vectors(rng)
    tables = rng.normal(size=(2, len(y), 2))

    check_sse(student, mistakes, y, fitted)
    for one, other in [
        (y[None, :], fitted),
        (y, fitted[None, :]),
        (y[None, :], fitted[None, :]),
        (tables[0], tables[1]),
        (y, tables[0]),
        (tables[0].T, fitted),
        (y[:, None, None], fitted[:, None, None]),
        (y[:, None, None], fitted),
    ]:
        mistakes(**NONE_FOR_AN_ERROR, any_shape_will_do=lambda got: isinstance(got, (int, float, np.number)))
        check_refused(student.sse, one, other)


@pytest.mark.exercise("sse", weight=1)
def test_sse_scalars(student, rng, mistakes):
    """sse takes vectors and columns, and raises a ValueError for a bare number."""
    y, fitted = vectors(rng)

    check_sse(student, mistakes, y, fitted)
    mistakes(**NONE_FOR_AN_ERROR, any_shape_will_do=lambda got: isinstance(got, (int, float, np.number)))
    check_refused(student.sse, float(y[0]), float(fitted[0]))
    check_refused(student.sse, y, float(fitted[0]))
    check_refused(student.sse, float(y[0]), fitted[:1])
    check_refused(student.sse, np.array(y[0]), np.array(fitted[0]))
    check_refused(student.sse, y, np.array(fitted[0]))


@pytest.mark.exercise("sse", weight=1)
def test_sse_single_point(student, rng, mistakes):
    """sse works for a single point too, as a vector or as a column."""
    y, fitted = vectors(rng)

    check_sse(student, mistakes, y, fitted)
    check_sse(student, mistakes, y[:1], fitted[:1])
    check_sse(student, mistakes, y[:1, None], fitted[:1])


@pytest.mark.exercise("sse", weight=1)
def test_sse_lists(student, rng, mistakes):
    """sse takes lists and gives the same number as for arrays."""
    y, fitted = vectors(rng)

    check_sse(student, mistakes, y.tolist(), fitted.tolist())


@pytest.mark.exercise("sse", weight=1)
def test_sse_number_types(student, rng, mistakes):
    """sse computes in float64, also for integer and float32 arrays whose squares overflow."""
    n = int(rng.integers(25, 60))

    # The difference of two uint8 wraps round below 0, the square of an int32 above 2e9, and that of a
    # float32 is inf above 3e38.
    bytes_ = rng.integers([[0], [120]], [[100], [250]], size=(2, n)).astype(np.uint8)
    integers = rng.integers([[50_000], [-90_000]], [[90_000], [-50_000]], size=(2, n)).astype(np.int32)
    singles = rng.normal(0, 1e25, size=(2, n)).astype(np.float32)

    for y, fitted in (bytes_, integers, singles):
        with np.errstate(over="ignore"):
            in_their_type = np.sum((y - fitted) ** 2)
        check_sse(
            student,
            mistakes,
            y,
            fitted,
            float32_is_harmless=lambda got, wanted=in_their_type: got == pytest.approx(wanted, rel=CLOSE),
        )


@pytest.mark.exercise("sse", weight=1)
def test_sse_far_from_zero(student, rng, mistakes):
    """sse stays right when observations and predictions are near 1e8 and differ by about 1."""
    y, fitted = vectors(rng)

    check_sse(student, mistakes, y, fitted)
    lost = {"cancellation": lambda got: isinstance(got, (float, np.floating))}
    check_sse(student, mistakes, y + 1e8, fitted + 1e8, **lost)


@pytest.mark.exercise("sse", weight=1)
def test_sse_arguments_unchanged(student, rng, mistakes):
    """sse gives the right number and leaves the arrays and lists it is given as they were."""
    y, fitted = vectors(rng)

    check_sse(student, mistakes, y, fitted)
    mistakes(changed_arguments=lambda got: True)
    check_unchanged(student, "sse", y, fitted)
    check_unchanged(student, "sse", y[:, None], fitted)


# fit_line -----------------------------------------------------------------------------------------------


def noisy_line(rng):
    """Draw points around a line whose slope and intercept are well away from 0: tolerances are relative."""
    n = int(rng.integers(25, 60))
    sign = rng.choice([-1.0, 1.0], size=2)
    x = rng.uniform(0, 10, size=n)
    noise = rng.normal(0, rng.uniform(1, 2), size=n)
    return x, sign[0] * rng.uniform(2, 8) * x + sign[1] * rng.uniform(12, 20) + noise


def centred_line(x, y):
    """Fit least squares by the centred formula, in float64."""
    x, y = flat(x), flat(y)
    slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
    return slope, y.mean() - slope * x.mean()


def near(*wanted):
    """Recognise a reply that is one of several pairs."""
    return lambda got: any(tuple(got) == pytest.approx(one, rel=CLOSE) for one in wanted)


def check_line(student, mistakes, x, y, **more_mistakes):
    """Compare the student's line with least squares by the centred formula."""
    slope, intercept = centred_line(x, y)
    n, x64, y64 = len(x), flat(x), flat(y)
    back_slope, back_intercept = centred_line(y64, x64) if np.ptp(y64) > 0 else (np.nan, np.nan)
    mistakes(
        swapped_order=(intercept, slope),
        through_origin=(np.sum(x64 * y64) / np.sum(x64**2), 0.0),
        inverted_regression=near(
            (back_slope, back_intercept),
            (1 / back_slope, y64.mean() - x64.mean() / back_slope),
            (1 / back_slope, -back_intercept / back_slope),
        ),
        mixed_ddof=near(
            *[(slope * k, y64.mean() - slope * k * x64.mean()) for k in (n / (n - 1), (n - 1) / n)]
        ),
        nothing_returned=lambda got: got is None,
        **more_mistakes,
    )
    got = pair(student.fit_line(x, y))
    assert got == pytest.approx((slope, intercept), rel=CLOSE, abs=0)


@pytest.mark.exercise("fit_line", weight=5)
def test_fit_line_value(student, rng, mistakes):
    """fit_line returns (slope, intercept) of the line with the least sum of squared vertical distances."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    check_line(student, mistakes, *noisy_line(rng))


@pytest.mark.exercise("fit_line", weight=4)
def test_fit_line_far_from_zero(student, rng, mistakes):
    """fit_line keeps six digits when every x is moved by 1e8, as with dates in seconds."""
    x, y = noisy_line(rng)

    check_line(student, mistakes, x, y)
    check_line(student, mistakes, x + 1e8, y, cancellation=lambda got: len(got) == 2)


@pytest.mark.exercise("fit_line", weight=3)
def test_fit_line_constant_x(student, rng, mistakes):
    """fit_line fits a line, and raises a ValueError when every x is the same number, whichever number."""
    x, y = noisy_line(rng)

    check_line(student, mistakes, x, y)
    mistakes(**NONE_FOR_AN_ERROR, not_guarded=lambda got: True, on_raise={"not_guarded": "ZeroDivisionError"})
    check_refused(student.fit_line, np.full(9, 3.0), y[:9])
    # The sum of squares around the mean does not round to 0 for these.
    for constant, n in [(0.1, 20), (0.7, 15), (1e8 + 0.1, 14), (-0.3, 23)]:
        check_refused(student.fit_line, np.full(n, constant), y[:n])
    # A list is equal to no number: comparing before converting lets it through.
    check_refused(student.fit_line, [0.7] * 15, y[:15].tolist())


@pytest.mark.exercise("fit_line", weight=1)
def test_fit_line_too_few_points(student, rng, mistakes):
    """fit_line fits a line, and raises a ValueError for fewer than two points, none included."""
    x, y = noisy_line(rng)

    check_line(student, mistakes, x, y)
    mistakes(**NONE_FOR_AN_ERROR, not_guarded=lambda got: True)
    check_refused(student.fit_line, x[:1], y[:1])
    check_refused(student.fit_line, x[:0], y[:0])


@pytest.mark.exercise("fit_line", weight=1)
def test_fit_line_two_points(student, rng, mistakes):
    """fit_line finds the line through two points."""
    x, y = noisy_line(rng)
    ends = [int(np.argmin(x)), int(np.argmax(x))]

    check_line(student, mistakes, x, y)
    refused = {"n_minus_2_is_convention": "ValueError"}
    check_line(student, mistakes, x[ends], y[ends], on_raise=refused)


@pytest.mark.exercise("fit_line", weight=1)
def test_fit_line_flat(student, rng, mistakes):
    """fit_line finds slope 0 when every y is the same number."""
    x, y = noisy_line(rng)
    height = float(rng.integers(2, 9))  # whole, so that a correlation with it is 0 / 0 and not rounding noise

    check_line(student, mistakes, x, y)
    slope, intercept = pair(student.fit_line(x, np.full(len(x), height)))
    assert slope == pytest.approx(0, abs=1e-9)
    assert intercept == pytest.approx(height, rel=CLOSE)


@pytest.mark.exercise("fit_line", weight=1)
def test_fit_line_small_and_large(student, rng, mistakes):
    """fit_line gives the same line in any unit: x that are tiny, or in millions, are not constant."""
    x, y = noisy_line(rng)

    check_line(student, mistakes, x, y)
    # At 1e-10 every fixed size that lets the constants near 1e8 through as constant refuses these x as well.
    for unit in (1e-6, 1e6, 1e-10):
        check_line(student, mistakes, x * unit, y, on_raise={"constant_by_tolerance": "ValueError"})


@pytest.mark.exercise("fit_line", weight=1)
def test_fit_line_lists(student, rng, mistakes):
    """fit_line takes lists and gives the same line as for arrays."""
    x, y = noisy_line(rng)

    check_line(student, mistakes, x.tolist(), y.tolist())


@pytest.mark.exercise("fit_line", weight=1)
def test_fit_line_number_types(student, rng, mistakes):
    """fit_line computes in float64, also for integer and float32 arrays whose products overflow."""
    x, y = noisy_line(rng)

    check_line(student, mistakes, x, y)
    # The product of two int32 wraps round above 2e9, that of two float32 is inf above 3e38.
    check_line(student, mistakes, (x * 1e5).astype(np.int32), (y * 1e5).astype(np.int32))
    largest = 3e38 / np.max(np.abs(y))  # near float32's own, so that their sum is inf as well
    singles = (x * 1e3).astype(np.float32), (y * largest).astype(np.float32)
    check_line(student, mistakes, *singles, float32_is_harmless=lambda got: not np.all(np.isfinite(got)))


@pytest.mark.exercise("fit_line", weight=1)
def test_fit_line_repeated_x(student, rng, mistakes):
    """fit_line counts every point where several have the same x, also where the last x is the first one again."""
    x, y = noisy_line(rng)
    repeated = rng.integers(0, 6, size=len(x))
    repeated[-1] = repeated[0]

    check_line(student, mistakes, repeated, np.rint(y + 7 * repeated).astype(np.int64))
    check_line(student, mistakes, np.round(x, 1).repeat(2), np.concatenate([y, y[::-1] + 1]))


@pytest.mark.exercise("fit_line", weight=1)
def test_fit_line_arguments_unchanged(student, rng, mistakes):
    """fit_line gives the right line and leaves the arrays and lists it is given as they were."""
    x, y = noisy_line(rng)

    check_line(student, mistakes, x, y)
    mistakes(changed_arguments=lambda got: True)
    check_unchanged(student, "fit_line", x, y)


# r_squared ----------------------------------------------------------------------------------------------


def least_squares_fit(rng):
    """Draw observations and fit their line: there, and only there, R-squared is the squared correlation."""
    x, y = noisy_line(rng)
    slope, intercept = centred_line(x, y)
    return y, slope * x + intercept


def check_r_squared(student, mistakes, y, fitted, **more_mistakes):
    """Compare the student's r_squared with one minus the ratio of the two sums of squares, in float64."""
    y64, fitted64 = flat(y), flat(fitted)
    n, residuals, around_mean = len(y64), y64 - fitted64, y64 - y64.mean()
    right = 1 - np.sum(residuals**2) / np.sum(around_mean**2)
    near_misses = {
        "one_minus_mse": 1 - np.mean(residuals**2),
        "ratio_not_subtracted": 1 - right,
        "mixed_ddof": lambda got: any(
            1 - got == pytest.approx((1 - right) * k, rel=CLOSE) for k in (n / (n - 1), (n - 1) / n)
        ),
        "total_about_zero": 1 - np.sum(residuals**2) / np.sum(y64**2),
        "broadcast": 1 - np.sum((y64[:, None] - fitted64) ** 2) / np.sum(around_mean**2),
        "nothing_returned": lambda got: got is None,
    }
    squared_correlation = np.corrcoef(y64, fitted64)[0, 1] ** 2
    if squared_correlation != pytest.approx(right, rel=CLOSE):
        near_misses |= {
            "squared_correlation": squared_correlation,
            "explained_over_total": np.sum((fitted64 - y64.mean()) ** 2) / np.sum(around_mean**2),
            "bias_left_out": 1 - np.var(residuals) / np.var(y64),
        }
    if right < 0:
        near_misses |= {"clipped": lambda got: got == 0, "sign_dropped": -right}
    mistakes(**near_misses, **more_mistakes)
    assert number(student.r_squared(y, fitted)) == pytest.approx(right, rel=SHARP, abs=SHARP)


@pytest.mark.exercise("r_squared", weight=1)
def test_r_squared_best_line(student, rng, mistakes):
    """r_squared of a least-squares line is one minus its SSE over the SSE of the mean."""
    # Stays although most other tests begin with the same call: it is the definition.
    check_r_squared(student, mistakes, *least_squares_fit(rng))


@pytest.mark.exercise("r_squared", weight=4)
def test_r_squared_other_line(student, rng, mistakes):
    """r_squared measures the line it is given, which need not be the least-squares line: a level one will do."""
    y, fitted = least_squares_fit(rng)
    tilted = fitted.mean() + rng.uniform(0.7, 0.8) * (fitted - fitted.mean()) + rng.uniform(1, 2)

    check_r_squared(student, mistakes, y, tilted)
    # The rival itself, and a perfect fit. A correlation with the first is 0 / 0.
    assert number(student.r_squared(y, np.full(len(y), y.mean()))) == pytest.approx(0, abs=SHARP)
    assert number(student.r_squared(y, y.copy())) == pytest.approx(1, rel=SHARP)


@pytest.mark.exercise("r_squared", weight=4)
def test_r_squared_negative(student, rng, mistakes):
    """r_squared is negative for a line that is worse than the mean of the observations."""
    # The best line of other points, then the mirror image of one, which goes down where the points go up. Of the
    # same points, the right answer to the first would be the squared correlation for the second.
    check_r_squared(student, mistakes, *least_squares_fit(rng))
    y, fitted = least_squares_fit(rng)
    check_r_squared(student, mistakes, y, 2 * fitted.mean() - fitted)
    # Far below -10, where somebody may cut it off; with errors of mean 0, since a bias is another test's matter.
    check_r_squared(student, mistakes, y, fitted.mean() - rng.uniform(6, 9) * (fitted - fitted.mean()))


@pytest.mark.exercise("r_squared", weight=2)
def test_r_squared_column_against_row(student, rng, mistakes):
    """r_squared gives the same number for predictions, or observations, of shape (n,) and (n, 1)."""
    y, fitted = least_squares_fit(rng)

    check_r_squared(student, mistakes, y, fitted[:, None])
    check_r_squared(student, mistakes, y[:, None], fitted)
    check_r_squared(student, mistakes, y[:, None], fitted[:, None])


@pytest.mark.exercise("r_squared", weight=2)
def test_r_squared_shapes(student, rng, mistakes):
    """r_squared takes vectors and columns of one length, and raises a ValueError for anything else."""
    y, fitted = least_squares_fit(rng)
    tables = rng.normal(size=(2, len(y), 2))

    check_r_squared(student, mistakes, y, fitted)
    for one, other in [
        (y, fitted[:-1]),
        (y[1:, None], fitted),
        (y, fitted[:1]),
        (y[None, :], fitted),
        (y[None, :], fitted[None, :]),
        (y, fitted[None, :]),
        (tables[0], tables[1]),
        (y, float(fitted[0])),
    ]:
        mistakes(**NONE_FOR_AN_ERROR, any_shape_will_do=lambda got: isinstance(got, (int, float, np.number)))
        check_refused(student.r_squared, one, other)


@pytest.mark.exercise("r_squared", weight=2)
def test_r_squared_constant_y(student, rng, mistakes):
    """r_squared gives a number, and raises a ValueError when every y is the same number, whichever number."""
    y, fitted = least_squares_fit(rng)

    check_r_squared(student, mistakes, y, fitted)
    mistakes(**NONE_FOR_AN_ERROR, not_guarded=lambda got: True, on_raise={"not_guarded": "ZeroDivisionError"})
    check_refused(student.r_squared, np.full(9, 3.0), fitted[:9])
    check_refused(student.r_squared, np.full(9, 3.0), np.full(9, 3.0))
    check_refused(student.r_squared, y[:1], fitted[:1])
    # The sum of squares around the mean does not round to 0 for these.
    for constant, n in [(0.1, 20), (0.7, 15), (1e8 + 0.1, 14), (-0.3, 23)]:
        check_refused(student.r_squared, np.full(n, constant), fitted[:n])
        check_refused(student.r_squared, [constant] * n, fitted[:n].tolist())
        check_refused(student.r_squared, np.full((n, 1), constant), fitted[:n])


@pytest.mark.exercise("r_squared", weight=1)
def test_r_squared_small_spread(student, rng, mistakes):
    """r_squared gives the same number in any unit: tiny y are not constant."""
    y, fitted = least_squares_fit(rng)

    check_r_squared(student, mistakes, y, fitted)
    refused = {"constant_by_tolerance": "ValueError"}
    for unit in (1e-7, 1e-10):
        check_r_squared(student, mistakes, y * unit, fitted * unit, on_raise=refused)


@pytest.mark.exercise("r_squared", weight=1)
def test_r_squared_far_from_zero(student, rng, mistakes):
    """r_squared keeps six digits when observations and predictions are both moved by 1e8."""
    y, fitted = least_squares_fit(rng)

    check_r_squared(student, mistakes, y, fitted)
    mistakes(cancellation=lambda got: isinstance(got, (float, np.floating)))
    far_y, far_fitted = y + 1e8, fitted + 1e8
    right = 1 - np.sum((far_y - far_fitted) ** 2) / np.sum((far_y - far_y.mean()) ** 2)
    assert number(student.r_squared(far_y, far_fitted)) == pytest.approx(right, rel=CLOSE, abs=0)


@pytest.mark.exercise("r_squared", weight=1)
def test_r_squared_lists(student, rng, mistakes):
    """r_squared takes lists and gives the same number as for arrays."""
    y, fitted = least_squares_fit(rng)

    check_r_squared(student, mistakes, y.tolist(), fitted.tolist())


@pytest.mark.exercise("r_squared", weight=1)
def test_r_squared_number_types(student, rng, mistakes):
    """r_squared computes in float64, also for integer and float32 arrays whose squares overflow."""
    # Two observations for each prediction, one as far above it as the other is below: least squares in whole
    # numbers. The difference of two uint8 wraps round below 0; the square of a float32 is inf above 3e38.
    fitted = np.repeat(rng.integers(60, 190, size=int(rng.integers(13, 30))), 2)
    apart = rng.integers(5, 50, size=len(fitted) // 2)
    y = fitted + np.kron(apart, [-1, 1])

    lost = {"float32_is_harmless": lambda got: not np.isfinite(got) or got != 0}
    check_r_squared(student, mistakes, y, fitted)
    check_r_squared(student, mistakes, y.astype(np.uint8), fitted.astype(np.uint8), **lost)
    y, fitted = y * 2.0**80, fitted * 2.0**80
    check_r_squared(student, mistakes, y.astype(np.float32), fitted.astype(np.float32), **lost)


@pytest.mark.exercise("r_squared", weight=1)
def test_r_squared_arguments_unchanged(student, rng, mistakes):
    """r_squared gives the right number and leaves the arrays and lists it is given as they were."""
    y, fitted = least_squares_fit(rng)

    check_r_squared(student, mistakes, y, fitted)
    mistakes(changed_arguments=lambda got: True)
    check_unchanged(student, "r_squared", y, fitted)
    check_unchanged(student, "r_squared", y[:, None], fitted[:, None])
