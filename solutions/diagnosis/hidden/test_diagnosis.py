"""Hidden tests of diagnosis: four functions and a number, on fresh data every time.

Inputs are float64 arrays unless a test says otherwise, come from the run's recorded seed, and never have the
20 points of the post. Nothing here is judged by chance: a right answer passes with every seed.

Traces for `diagnose` come from descents on fresh data: plain ones, with momentum, on minibatches, in float32.
Each is drawn anew until its verdict is the same for every reading of the chart that a careful reader may have
(`by_the_chart`). A verdict is text, and compared exactly.

Other results may be off by CLOSE, which is relative. Two right ways differ by less than 1e-9, float32 by about
1e-6, and the wrong formulas tested here by more than 1e-3. That float32 is too little is a test of its own, on
data where it shows.
"""

import contextlib
from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from autograder.expect import UnexpectedValue, array, describe, number, pair, sequence, text
from autograder.student import StudentRaised

CLOSE = 1e-5


# What every exercise needs ------------------------------------------------------------------------------


def flat(values):
    """Return numbers as a float64 vector."""
    return np.asarray(values, dtype=float).reshape(-1)


def noisy_line(rng):
    """Draw points around a line; the mean of x is well above 0, so slope and intercept are coupled."""
    n = int(rng.integers(25, 60))
    x = rng.uniform(0, 2) + rng.uniform(6, 10) * (rng.permutation(n) + rng.random(n)) / n
    y = rng.uniform(2, 6) * x + rng.uniform(8, 14) + rng.normal(0, 1.5, size=n)
    return x, y


def a_start(rng):
    """Draw a line that is far below every point."""
    return rng.uniform([-2, -3], [1, 3])


def hessian(x):
    """Compute the second derivatives of the mean squared error, in float64."""
    x = flat(x)
    return 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])


def steepest(x):
    """Compute the larger eigenvalue of the Hessian."""
    return np.linalg.eigvalsh(hessian(x))[1]


def best_line(x, y):
    """Fit least squares by the centred formula."""
    x, y = flat(x), flat(y)
    slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
    return np.array([slope, y.mean() - slope * x.mean()])


def gradient(line, x, y):
    """Compute both derivatives of the mean squared error."""
    residuals = y - line[0] * x - line[1]
    return np.array([x @ residuals, residuals.sum()]) * (-2 / len(x))


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


def check_refused(mistakes, function, *arguments):
    """Expect a ValueError from the call; what it says is the student's to word."""
    mistakes(nothing_returned=lambda got: False, refused_with_none=is_none)
    with pytest.raises(ValueError):  # noqa: PT011
        function(*arguments)


def check_unchanged(student, mistakes, name, arguments):
    """Expect the arrays among the arguments of a call to be the same after it, and so as lists.

    Whether lists are taken at all is another test's matter.
    """
    mistakes(changed_arguments=lambda got: True)
    as_lists = [one.tolist() if isinstance(one, np.ndarray) else one for one in arguments]
    for given in (arguments, as_lists):
        with contextlib.nullcontext() if given is arguments else contextlib.suppress(StudentRaised):
            after = student.arguments_after(name, *given)
            assert len(after) == len(arguments)
            for before, now in zip(arguments, after, strict=True):
                if isinstance(before, np.ndarray):
                    assert is_as_before(now, before)


def is_as_before(now, before):
    """Say whether an array, or a list that was one, still holds what it held."""
    try:
        return np.array_equal(before, array(now, shape=before.shape))
    except UnexpectedValue:  # it would tell of what was returned, and this was handed in
        return False


# diagnose: traces ---------------------------------------------------------------------------------------


VERDICTS = ("converged", "crawling", "oscillating", "diverging")
# What a wrong verdict shows, by the right one and the wrong one, where a trace says nothing else.
USUAL_BLAMES = {
    ("converged", "crawling"): "clause_left_out",
    ("crawling", "converged"): "flat_loss_means_converged",
    ("oscillating", "converged"): "swings_overlooked",
    ("oscillating", "crawling"): "swings_overlooked",
    ("diverging", "converged"): "higher_than_it_began",
    ("diverging", "crawling"): "higher_than_it_began",
    ("diverging", "oscillating"): "higher_than_it_began",
}


@dataclass(frozen=True)
class Trace:
    """The losses of a run, its floor, the verdict, and the misconception that each wrong verdict shows here."""

    losses: np.ndarray
    floor: float
    verdict: str
    blames: dict = field(default_factory=dict)

    def blamed_for(self, said):
        """Return the misconception behind a wrong verdict, or None."""
        if said == self.verdict or said not in VERDICTS:
            return None
        return self.blames.get(said) or USUAL_BLAMES.get((self.verdict, said))


@dataclass(frozen=True)
class Bowl:
    """A mean squared error in its own two directions: minimum, curvatures, and the start's distance in each."""

    floor: float
    curvatures: np.ndarray
    parts: np.ndarray

    @classmethod
    def drawn(cls, rng):
        """Draw points and a start."""
        x, y = noisy_line(rng)
        best, start = best_line(x, y), a_start(rng)
        curvatures, directions = np.linalg.eigh(hessian(x))
        floor = np.mean((y - best[0] * x - best[1]) ** 2)
        return cls(float(floor), curvatures, directions.T @ (start - best))

    def begun_at(self, gap):
        """Move the start along its line to the best one, so that its gap is so many times the minimum."""
        now = np.sum(0.5 * self.curvatures * self.parts**2) / self.floor
        return replace(self, parts=self.parts * np.sqrt(gap / now))

    def gaps(self, lr, momentum, steps):
        """Descend, and return how far the loss is above its minimum at the start and after each step."""
        if momentum == 0:  # the closed form: nothing is carried from step to step
            errors = self.parts * (1 - lr * self.curvatures) ** np.arange(steps + 1)[:, None]
            return errors**2 @ self.curvatures / 2
        total = np.zeros(steps + 1)
        for curvature, part in zip(self.curvatures.tolist(), self.parts.tolist(), strict=True):
            error, velocity, errors = part, 0.0, [part]
            for _ in range(steps):
                velocity = momentum * velocity + curvature * error
                error -= lr * velocity
                errors.append(error)
            total += 0.5 * curvature * np.square(errors)
        return total


def rising_share(gap, threshold=1.01):
    """Return the share of steps that leave the gap above so many times itself."""
    return np.count_nonzero(gap[1:] > threshold * gap[:-1]) / max(len(gap) - 1, 1)


def by_the_chart(losses, floor):
    """Return the verdict of the chart; None near a border, or where readings of "the last half" would differ."""
    gap = losses - floor
    end = losses[-1] / losses[0]
    if not np.isfinite(end) or end > 1.3:
        return "diverging"
    bound = max(0.01 * floor, 1e-6 * gap[0])
    if end > 0.8 or bound / 2 < gap[-1] < bound * 2:
        return None
    if gap[-1] < bound:
        return "converged"
    middle = len(gap) // 2
    shares = [rising_share(gap[cut:], rise) for cut in range(middle - 2, middle + 3) for rise in (1.004, 1.02)]
    return "oscillating" if min(shares) > 0.33 else "crawling" if max(shares) < 0.17 else None


def drawn_until(verdict, draw, fits=lambda losses, floor: True, **blames):
    """Draw runs until one is clearly of that verdict and fits; `draw` returns losses and floor."""
    for _ in range(1000):
        losses, floor = draw()
        if by_the_chart(losses, floor) == verdict and fits(losses, floor):
            return Trace(losses, floor, verdict, blames)
    raise RuntimeError(f"no {verdict} run in a thousand draws")


def descents(rng, shares, momenta, steps):
    """Draw descents whose lr times the larger curvature, momentum and number of steps lie within bounds."""

    def draw():
        bowl = Bowl.drawn(rng)
        lr = rng.uniform(*shares) / bowl.curvatures[1]
        gap = bowl.gaps(float(lr), float(rng.uniform(*momenta)), int(rng.integers(*steps)))
        return bowl.floor + gap, bowl.floor

    return draw


def cut_below(gap, bound):
    """Cut a run where its gap is below a bound for the first time."""
    return gap[: int(np.argmax(gap < bound)) + 1]


def looks_finished(losses, floor):
    """Say whether a curve looks flat on ordinary axes, and is far from the floor."""
    return abs(losses[-1] / losses[-2] - 1) < 5e-3 and losses[-1] < 0.08 * losses[0] and losses[-1] > 1.1 * floor


def crawling(rng):
    """Draw a plain descent, stopped when it looks finished and is not."""
    draw = descents(rng, (0.3, 0.8), (0.0, 0.0), (50, 200))
    return drawn_until("crawling", draw, looks_finished)


def converged(rng):
    """Draw a plain descent that has arrived within a fraction of a per cent of the floor, and goes on creeping."""

    def draw():
        bowl = Bowl.drawn(rng).begun_at(rng.uniform(50, 150))
        gap = bowl.gaps(float(rng.uniform(0.3, 0.8) / bowl.curvatures[1]), 0.0, 5000)
        return bowl.floor + cut_below(gap, rng.uniform(2e-3, 4e-3) * bowl.floor), bowl.floor

    return drawn_until("converged", draw)


def nearly_there(rng):
    """Draw a plain descent that is a few per cent of the floor away from it."""

    def draw():
        bowl = Bowl.drawn(rng)
        gap = bowl.gaps(float(rng.uniform(0.3, 0.8) / bowl.curvatures[1]), 0.0, 5000)
        return bowl.floor + cut_below(gap, rng.uniform(0.03, 0.06) * bowl.floor), bowl.floor

    return drawn_until("crawling", draw)


def oscillating(rng):
    """Draw a descent with much momentum, which swings through the valley, never above where it began."""
    draw = descents(rng, (0.1, 0.4), (0.97, 0.99), (80, 250))
    return drawn_until("oscillating", draw, lambda losses, floor: np.max(losses) == losses[0])


def diverging(rng):
    """Draw a plain descent above the learning-rate limit."""
    draw = descents(rng, (2.1, 2.5), (0.0, 0.0), (40, 80))
    return drawn_until("diverging", draw)


def overflowing(rng, last):
    """Draw a descent far above the limit, until its loss is infinite; then it ends there, or in NaN."""
    bowl = Bowl.drawn(rng)
    with np.errstate(over="ignore", invalid="ignore"):
        losses = bowl.floor + bowl.gaps(float(rng.uniform(6, 9) / bowl.curvatures[1]), 0.0, 300)
    finite = losses[np.isfinite(losses)]
    trace = np.concatenate([finite, [np.inf] * 3, [last] * int(rng.integers(1, 20))])
    return Trace(trace, bowl.floor, "diverging", dict.fromkeys(VERDICTS[:3], "not_finite_slips_through"))


def struck_by_nan(rng):
    """Draw a run that arrives, and whose last loss is NaN all the same."""
    run = converged(rng)
    return Trace(
        np.append(run.losses, np.nan), run.floor, "diverging", dict.fromkeys(VERDICTS[:3], "not_finite_slips_through")
    )


def away_from_the_floor(rng):
    """Draw a run that begins beside its floor and ends further away, by less than one per cent of it."""
    floor = float(rng.uniform(0.5, 3))
    gap = floor * np.linspace(rng.uniform(1e-3, 2e-3), rng.uniform(4e-3, 6e-3), int(rng.integers(40, 80)))
    return Trace(floor + gap, floor, "diverging")


def swung_above_its_start(rng):
    """Draw swings that grow, and of which the last one alone leads above the first loss."""
    n = 2 * int(rng.integers(20, 40)) + 1
    middle, swing = rng.uniform(0.4, 0.5), np.linspace(0.2, 0.35, n) * (-1.0) ** np.arange(n)
    gap = float(rng.uniform(20, 60)) * (middle + swing)
    gap[0] = 1.15 * np.max(gap[1:-1])
    gap[-1] = gap[0] * rng.uniform(1.1, 1.3)
    return Trace(gap + 1.0, 1.0, "diverging")


def thrown_high_at_once(rng):
    """Draw a run that its first step throws far above its start, and that never comes back as low."""
    n = int(rng.integers(30, 60))
    gap = float(rng.uniform(20, 60)) * np.concatenate([[1.0], np.linspace(3.0, rng.uniform(1.4, 1.8), n)])
    return Trace(gap + 1.0, 1.0, "diverging")


def arrived_at_the_last_step(rng, *, noise):
    """Draw a run whose last loss is the first that is near enough: to the floor or, without noise, to nothing."""
    n, last = int(rng.integers(24, 40)), rng.uniform(0.5, 0.75)
    if noise:
        return Trace(1.0 + np.append(np.geomspace(300, 0.02, n), 0.01 * last), 1.0, "converged")
    gap = np.concatenate([[1.0, 0.2], np.geomspace(0.1, 6e-6, n), [1e-6 * last]])
    return Trace(float(rng.uniform(20, 60)) * gap, 0.0, "converged")


def rose_before_half_time(rng):
    """Draw a run that rises in the steps before its middle, each time by a few per cent, and seldom after."""
    sixth = int(rng.integers(8, 16))
    late = np.where(np.arange(3 * sixth) % 7 == 6, 1.03, 0.985)
    rates = np.concatenate([np.repeat([0.93, 1.03], [2 * sixth, sixth]), late])
    gap = float(rng.uniform(200, 600)) * np.cumprod(np.append(1.0, rates))
    return Trace(gap + 1.0, 1.0, "crawling", {"oscillating": "whole_run_judged"})


def there_and_back(rng):
    """Draw a heavy ball near its optimum: the loss rises far above the first one, and then converges."""

    def draw():
        bowl = Bowl.drawn(rng)
        gap = bowl.gaps(float(rng.uniform(2.6, 3.1) / bowl.curvatures[1]), float(rng.uniform(0.55, 0.65)), 1000)
        return bowl.floor + cut_below(gap, 1e-8 * gap[0]), bowl.floor

    def rises_first(losses, floor):
        return np.max(losses) > 1.5 * losses[0]

    return drawn_until("converged", draw, rises_first, diverging="rise_means_diverging")


def calmed_down(rng):
    """Draw a momentum run whose swings have died out by the middle, and which then crawls."""

    def swings_at_first(losses, floor):
        gap = losses - floor
        swings = rising_share(gap[: len(gap) // 4]) > 0.15 and np.max(losses) == losses[0]
        return swings and looks_finished(losses, floor)

    draw = descents(rng, (0.6, 1.6), (0.6, 0.8), (60, 120))
    return drawn_until("crawling", draw, swings_at_first, oscillating="whole_run_judged")


def slow_swings(rng, begin):
    """Draw descents that swing slowly, from a gap of so many times the floor."""

    def draw():
        bowl = Bowl.drawn(rng).begun_at(rng.uniform(*begin))
        lr, momentum = rng.uniform(0.005, 0.02) / bowl.curvatures[1], rng.uniform(0.97, 0.985)
        return bowl.floor + bowl.gaps(float(lr), float(momentum), int(rng.integers(80, 160))), bowl.floor

    return draw


def close_to_the_floor(rng):
    """Draw swings that are large beside the gap and small beside the loss: a run that began near its goal."""

    def hidden_in_the_loss(losses, floor):
        return rising_share(losses[len(losses) // 2 - 2 :]) < 0.1

    draw = slow_swings(rng, (0.6, 1.2))
    return drawn_until("oscillating", draw, hidden_in_the_loss, crawling="loss_for_gap")


def swinging_on_the_way_down(rng):
    """Draw a run that falls far in its last half, and rises at every third step, by a little of what is left.

    Beside the gap at half time, or its mean or median from there on, most of these rises are nothing.
    """
    thirds = int(rng.integers(16, 26))
    rates = []
    for fall in (rng.uniform(2, 4), rng.uniform(250, 350)):
        down = np.sqrt(fall ** (-1 / thirds) / 1.022)
        rates += [down, down, 1.022] * thirds
    gap = rng.uniform(3, 6) * np.cumprod([1.0, *rates]) / np.prod(rates)
    return Trace(gap + 1.0, 1.0, "oscillating")


def touching_the_floor(rng, steps):
    """Draw swings that come down to the floor at every fourth step, and end far above it."""
    heights = np.resize([1.0, 0.45, 1e-4, 0.55], steps + 1) * rng.uniform(0.9, 1.1, size=steps + 1)
    heights[0] = 1.3
    last = steps - (steps - 1) % 4  # such as 1, 5 and 9: half way down
    return Trace(float(rng.uniform(30, 60)) * heights[: last + 1] + 1.0, 1.0, "oscillating")


def cut_in_a_fall(rng):
    """Draw slow swings, cut where the loss has been falling for the last quarter of the run."""

    def falls_at_the_end(losses, floor):
        falling = losses[-max(len(losses) // 4, 22) :]
        return rising_share(falling, 1.0) == 0 and rising_share(losses[len(losses) // 2 - 2 :]) > 0.33

    draw = descents(rng, (0.001, 0.003), (0.997, 0.999), (88, 160))
    return drawn_until("oscillating", draw, falls_at_the_end, crawling="whole_run_judged")


def minibatches(rng, rates, batch_size):
    """Descend on standardised x, a few rows a step at a rate of its own; return the loss of all rows and its floor."""
    x, y = noisy_line(rng)
    x = (x - x.mean()) / x.std()
    best, line = best_line(x, y), a_start(rng)
    floor = float(np.mean((y - best[0] * x - best[1]) ** 2))
    rows = rng.integers(0, len(x), size=(len(rates), batch_size))
    columns = np.stack([x[rows], np.ones(rows.shape)], axis=1)
    hessians = 2 / batch_size * columns @ columns.transpose(0, 2, 1)
    pulls = 2 / batch_size * np.einsum("sir,sr->si", columns, y[rows])
    lines = [line]
    for lr, hessian, pull in zip(rates, hessians, pulls, strict=True):
        lines.append(lines[-1] - lr * (hessian @ lines[-1] - pull))
    return floor + np.sum((np.array(lines) - best) ** 2, axis=1), floor  # all rows' Hessian is twice the unit matrix


def noisy_plateau(rng):
    """Draw a minibatch run that falls for its first half and is thrown about on a plateau in its last."""

    def later_only(losses, floor):
        late = losses[len(losses) // 2 - 2 :]
        return rising_share(losses - floor) < 0.23 and rising_share(late) > 0.33

    def draw():
        lr = rng.uniform(0.05, 0.1)
        return minibatches(rng, np.full(int(2.8 / lr), lr), batch_size=2)

    return drawn_until("oscillating", draw, later_only, crawling="whole_run_judged")


def rippling(rng):
    """Draw a minibatch run that crawls at a rate turned down early: its gap ripples by less than half a per cent."""

    def ripples(losses, floor):
        gap = losses - floor
        return rising_share(gap[len(gap) // 2 :], 1.0) > 0.33

    def draw():
        fast, slow = int(rng.integers(40, 60)), int(rng.integers(120, 160))
        return minibatches(rng, np.repeat([0.06, rng.uniform(1e-4, 2e-4)], [fast, slow]), batch_size=4)

    return drawn_until("crawling", draw, ripples, oscillating="every_rise_counts")


def thrown_back_at_times(rng):
    """Draw a minibatch run that falls at most steps, and is thrown back at about one in ten."""

    def at_times(losses, floor):
        gap = losses - floor
        return rising_share(gap[len(gap) // 2 :], 1.02) > 0.05

    def draw():
        lr = rng.uniform(0.03, 0.05)
        return minibatches(rng, np.full(int(2 / lr), lr), batch_size=3)

    return drawn_until("crawling", draw, at_times, oscillating="every_rise_counts")


def noiseless(rng, exponents, floor=0.0):
    """Draw a descent on points without noise, cut where the gap has fallen by so many powers of ten."""
    verdict, wrong = ("converged", "crawling") if exponents[1] < -6 else ("crawling", "converged")

    def draw():
        bowl = replace(Bowl.drawn(rng).begun_at(rng.uniform(200, 400)), floor=floor)
        gap = bowl.gaps(float(rng.uniform(0.3, 0.5) / bowl.curvatures[1]), 0.0, 10_000)
        return floor + cut_below(gap, 10.0 ** rng.uniform(*exponents) * gap[0]), floor

    def looks_flat(losses, floor):
        return losses[-1] > 0.992 * losses[-2]

    return drawn_until(verdict, draw, looks_flat, **{wrong: "one_bound_for_all"})


def jittering(rng, below):
    """Descend in float32 until nothing moves but the last digits; the last loss lies above or `below` the floor."""
    for _ in range(1000):
        x, y = (values.astype(np.float32) for values in noisy_line(rng))
        x = (x - x.mean()) / x.std()
        best, line = best_line(x, y), a_start(rng).astype(np.float32)
        floor = float(np.mean((flat(y) - best[0] * flat(x) - best[1]) ** 2))
        losses = []
        for _ in range(int(rng.integers(60, 90))):
            residuals = y - line[0] * x - line[1]
            losses.append(residuals @ residuals / np.float32(len(y)))
            line = line - np.float32(0.3) * gradient(line, x, y).astype(np.float32)
        # Rows in another order round in another way: what the last digits of a float32 do.
        orders = [rng.permutation(len(y)) for _ in losses[30:]]
        losses[30:] = [np.cumsum(residuals[order] ** 2, dtype=np.float32)[-1] / len(y) for order in orders]
        trace = flat(losses)
        gap = trace[len(trace) // 2 :] - floor
        if rising_share(gap) > 0.3 and (trace[-1] < floor) == below:
            blames = {"oscillating": "jitter_means_oscillating", "crawling": "jitter_means_oscillating"}
            return Trace(trace, floor, "converged", blames)
    raise RuntimeError("no jittering run in a thousand draws")


# diagnose -----------------------------------------------------------------------------------------------


def check_verdict(student, mistakes, trace, losses=None):
    """Compare the student's verdict on a trace with the chart's; `losses` are the same in another form."""
    mistakes(nothing_returned=is_none)
    got = text(student.diagnose(trace.losses if losses is None else losses, trace.floor))
    blame = trace.blamed_for(got)
    if blame is not None:
        mistakes(**{blame: lambda reply: reply == got})
    assert got == trace.verdict


@pytest.mark.exercise("diagnose", weight=4)
def test_diagnose_flat_is_not_converged(student, rng, mistakes):
    """diagnose tells a run that has arrived from one whose curve looks just as flat and which still crawls."""
    # Stays although a rule that looks at flatness fails elsewhere too: this is what the exercise is about.
    for trace in (
        converged(rng), crawling(rng), converged(rng), nearly_there(rng), arrived_at_the_last_step(rng, noise=True)
    ):
        check_verdict(student, mistakes, trace)


@pytest.mark.exercise("diagnose", weight=2)
def test_diagnose_any_unit(student, rng, mistakes):
    """diagnose gives the same verdict when the loss is counted in another unit, however large or small."""
    for trace in (converged(rng), crawling(rng), oscillating(rng)):
        first, *others = [text(student.diagnose(trace.losses * u, trace.floor * u)) for u in (1.0, 1e-12, 1e12)]
        if others != [first, first]:
            mistakes(loss_in_fixed_units=lambda got: True)
        assert others == [first, first]
        check_verdict(student, mistakes, trace)


@pytest.mark.exercise("diagnose", weight=3)
def test_diagnose_diverging(student, rng, mistakes):
    """diagnose calls a run diverging that ends above its first loss, and not one that arrives."""
    check_verdict(student, mistakes, diverging(rng))
    check_verdict(student, mistakes, converged(rng))
    draw = descents(rng, (2.002, 2.02), (0.0, 0.0), (25, 60))
    mild = drawn_until("diverging", draw, lambda losses, floor: losses[-1] < 1.8 * losses[0])
    check_verdict(student, mistakes, mild)
    for trace in (away_from_the_floor(rng), swung_above_its_start(rng), thrown_high_at_once(rng)):
        check_verdict(student, mistakes, trace)


@pytest.mark.exercise("diagnose", weight=2)
def test_diagnose_not_finite(student, rng, mistakes):
    """diagnose calls a run diverging that ends in NaN or in infinity, and not one that arrives."""
    check_verdict(student, mistakes, converged(rng))
    for last in (np.inf, np.nan):
        check_verdict(student, mistakes, overflowing(rng, last))
    check_verdict(student, mistakes, struck_by_nan(rng))


@pytest.mark.exercise("diagnose", weight=1)
def test_diagnose_there_and_back(student, rng, mistakes):
    """diagnose judges where a run ends: one that rises above its first loss on the way can still converge."""
    check_verdict(student, mistakes, diverging(rng))
    check_verdict(student, mistakes, there_and_back(rng))


@pytest.mark.exercise("diagnose", weight=2)
def test_diagnose_oscillating(student, rng, mistakes):
    """diagnose tells a run that swings up and down from one that crawls, also where the swings are small."""
    check_verdict(student, mistakes, oscillating(rng))
    check_verdict(student, mistakes, crawling(rng))
    check_verdict(student, mistakes, close_to_the_floor(rng))
    check_verdict(student, mistakes, swinging_on_the_way_down(rng))
    check_verdict(student, mistakes, touching_the_floor(rng, int(rng.integers(50, 80))))
    # As short as the contract allows, or longer by next to nothing.
    check_verdict(student, mistakes, touching_the_floor(rng, 21))


@pytest.mark.exercise("diagnose", weight=1)
def test_diagnose_last_half(student, rng, mistakes):
    """diagnose looks for swings in the last half of a run only."""
    for trace in (calmed_down(rng), noisy_plateau(rng), cut_in_a_fall(rng), rose_before_half_time(rng)):
        check_verdict(student, mistakes, trace)


@pytest.mark.exercise("diagnose", weight=1)
def test_diagnose_ripples(student, rng, mistakes):
    """diagnose takes for swings only rises by more than one per cent of the gap, in at least a quarter of the steps."""
    for trace in (oscillating(rng), rippling(rng), thrown_back_at_times(rng)):
        check_verdict(student, mistakes, trace)


@pytest.mark.exercise("diagnose", weight=1)
def test_diagnose_no_noise(student, rng, mistakes):
    """diagnose is right for data without noise, or nearly so, where one per cent of the floor says nothing."""
    mistakes(on_raise={"one_bound_for_all": "ArithmeticError"})
    check_verdict(student, mistakes, noiseless(rng, (-5.0, -4.2)))
    check_verdict(student, mistakes, noiseless(rng, (-9.0, -7.5)))
    check_verdict(student, mistakes, noiseless(rng, (-9.0, -7.5), floor=1e-9))
    check_verdict(student, mistakes, arrived_at_the_last_step(rng, noise=False))


@pytest.mark.exercise("diagnose", weight=1)
def test_diagnose_jitter(student, rng, mistakes):
    """diagnose calls a run converged that has arrived and only jitters in its last digits, also below the floor."""
    check_verdict(student, mistakes, crawling(rng))
    for below in (False, True):
        check_verdict(student, mistakes, jittering(rng, below))


@pytest.mark.exercise("diagnose", weight=1)
def test_diagnose_types(student, rng, mistakes):
    """diagnose takes lists, integer and float32 arrays, and computes in float64 whatever it is given."""
    first, second = converged(rng), crawling(rng)
    check_verdict(student, mistakes, first, first.losses.tolist())
    check_verdict(student, mistakes, second, second.losses.tolist())
    check_verdict(student, mistakes, second, second.losses.astype(np.float32))
    # Nothing that float32 can hold: there it would be infinite.
    huge = replace(first, losses=first.losses * 1e45, floor=first.floor * 1e45)
    check_verdict(student, mistakes, replace(huge, blames={"diverging": "float32_is_harmless"}))

    def counted(losses, floor):
        unit = 60_000 / losses[0]
        return looks_finished(losses, floor) and by_the_chart(np.round(losses * unit), floor * unit) == "crawling"

    # An unsigned integer that falls by one has a difference of 65535.
    whole = drawn_until("crawling", descents(rng, (0.3, 0.8), (0.0, 0.0), (50, 120)), counted)
    unit = 60_000 / whole.losses[0]
    counts = np.round(whole.losses * unit).astype(np.uint16)
    whole = Trace(counts, whole.floor * unit, "crawling", {"oscillating": "wrapped_round"})
    check_verdict(student, mistakes, whole)


@pytest.mark.exercise("diagnose", weight=1)
def test_diagnose_argument_unchanged(student, rng, mistakes):
    """diagnose gives the verdict and leaves the losses it is given as they were."""
    for trace in (converged(rng), crawling(rng)):
        check_verdict(student, mistakes, trace)
    check_unchanged(student, mistakes, "diagnose", (trace.losses, trace.floor))


# standardise --------------------------------------------------------------------------------------------


def spread_out(rng):
    """Draw few x, so that n and n - 1 are well apart; neither mean nor standard deviation is near 0 or 1."""
    n = int(rng.integers(8, 20))
    return rng.choice([-1, 1]) * rng.uniform(8, 12) + rng.uniform(8, 12) * (rng.permutation(n) + rng.random(n)) / n


def standardised(value, n):
    """Return z, mean and sd from what the student returned, or say what is there instead."""
    try:
        items = sequence(value)
    except UnexpectedValue:
        items = []
    if len(items) != 3 or isinstance(value, np.ndarray):
        raise UnexpectedValue(f"It returned {describe(value)}; three things, z, mean and sd, were expected.")
    return array(items[0], shape=(n,)), number(items[1]), number(items[2])


def has_z(z):
    """Recognise a triple by its first part."""
    return lambda got: same(got[0], z)


def check_standardised(student, mistakes, x, **more_mistakes):
    """Compare the student's standardise with mean and population sd, in float64; z may be off by CLOSE."""
    values = flat(x)
    mean, sd, n = values.mean(), values.std(), len(values)
    centred = values - mean

    def spread_is(other):
        return lambda got: same(got[0], centred / other) or same(got[2], other)

    with np.errstate(divide="ignore", invalid="ignore"):
        mistakes(
            nothing_returned=is_none,
            not_returned_together=lambda got: isinstance(got, np.ndarray) or len(got) == 2,
            variance_for_spread=spread_is(sd**2),
            sample_sd=spread_is(sd * np.sqrt(n / (n - 1))),
            min_max_for_sd=lambda got: same(got[0], (values - values.min()) / np.ptp(values)),
            spread_forgotten=has_z(centred),
            mean_forgotten=has_z(values / sd),
            statistics_of_z=lambda got: same(got[0], centred / sd) and abs(got[1]) < 1e-6 and abs(got[2] - 1) < 1e-6,
            mean_and_sd_swapped=lambda got: same(got[1], sd) and same(got[2], mean),
            **more_mistakes,
        )
    z, got_mean, got_sd = standardised(student.standardise(x), n)
    assert z == pytest.approx(centred / sd, rel=0, abs=CLOSE)
    assert got_mean == pytest.approx(mean, rel=0, abs=CLOSE * sd)
    assert got_sd == pytest.approx(sd, rel=CLOSE, abs=0)


@pytest.mark.exercise("standardise", weight=7)
def test_standardise_value(student, rng, mistakes):
    """standardise returns z with mean 0 and population standard deviation 1, and the mean and sd of x."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    check_standardised(student, mistakes, spread_out(rng))


@pytest.mark.exercise("standardise", weight=4)
def test_standardise_constant(student, rng, mistakes):
    """standardise works on x that vary, and raises a ValueError for x that are all the same number."""
    x = spread_out(rng)
    check_standardised(student, mistakes, x)
    # Some of them are equal, the first and the last too, but not all.
    check_standardised(student, mistakes, np.concatenate([x[:1], x, x[:1]]))
    mistakes(not_guarded=lambda got: got is not None, on_raise={"not_guarded": "ZeroDivisionError"})
    # The sd of seven times 0.1 is computed as 1e-17.
    for constant in (np.full(6, 3.0), np.full(7, 0.1), np.zeros(5), np.full(9, 1e8 + 0.1), np.array([2.5])):
        check_refused(mistakes, student.standardise, constant)


@pytest.mark.exercise("standardise", weight=3)
def test_standardise_any_unit(student, rng, mistakes):
    """standardise works in any unit: x whose differences are tiny are not constant."""
    x = spread_out(rng)

    check_standardised(student, mistakes, x)
    refused = {"constant_by_tolerance": "ValueError"}
    for unit in (1e-13, 1e12, -1.0):
        check_standardised(student, mistakes, x * unit, on_raise=refused)


@pytest.mark.exercise("standardise", weight=2)
def test_standardise_far_from_zero(student, rng, mistakes):
    """standardise keeps its digits when x lies far from 0, at a hundred million."""
    x = spread_out(rng)

    check_standardised(student, mistakes, x)
    # x moved by 1e8 is a multiple of 1.5e-8, its mean is computed to about as much, and its sd is at least 2.
    lost = {
        "float32_is_harmless": lambda got: np.asarray(got[0]).dtype == np.float32,
        "cancellation": lambda got: True, "on_raise": {"constant_by_tolerance": "ValueError"},
    }
    check_standardised(student, mistakes, x + 1e8, **lost)


@pytest.mark.exercise("standardise", weight=1)
def test_standardise_lists(student, rng, mistakes):
    """standardise takes a list and gives the same as for an array."""
    x = spread_out(rng)
    check_standardised(student, mistakes, x.tolist())


@pytest.mark.exercise("standardise", weight=1)
def test_standardise_number_types(student, rng, mistakes):
    """standardise computes in float64, also for float32 and integer arrays."""
    x = spread_out(rng)

    check_standardised(student, mistakes, x)
    check_standardised(student, mistakes, np.round(x * 9 + 300).astype(np.int16))
    # A float32 near twenty thousand is a multiple of 1/512, and so is a mean in float32; a square may be inf.
    lost = {"float32_is_harmless": lambda got: len(got) == 3, "on_raise": {"float32_is_harmless": "ValueError"}}
    check_standardised(student, mistakes, (x + 2e4).astype(np.float32), **lost)
    check_standardised(student, mistakes, (x * 1e30).astype(np.float32), **lost)


@pytest.mark.exercise("standardise", weight=2)
def test_standardise_argument_unchanged(student, rng, mistakes):
    """standardise returns z, mean and sd and leaves the array it is given as it was."""
    x = spread_out(rng)

    check_standardised(student, mistakes, x)
    check_unchanged(student, mistakes, "standardise", (x,))


# unscale ------------------------------------------------------------------------------------------------


def a_scaled_line(rng):
    """Draw a line in z, and mean and sd of x: what a right and a wrong formula give is well apart."""
    sign = rng.choice([-1.0, 1.0], size=3)
    slope_z, mean = sign[0] * rng.uniform(4, 9), sign[1] * rng.uniform(20, 40)
    return float(slope_z), float(sign[2] * rng.uniform(5, 12)), float(mean), float(rng.uniform(1.5, 3))


def check_unscaled(student, mistakes, slope_z, intercept_z, mean, sd, **more_mistakes):
    """Compare the student's unscale with slope_z / sd and intercept_z - slope_z mean / sd, in float64."""
    a, b, m, s = (float(part) for part in (slope_z, intercept_z, mean, sd))
    slope, intercept = a / s, b - a * m / s
    mistakes(
        nothing_returned=is_none,
        swapped_order=near((intercept, slope)),
        scaling_changes_model=near((a, b)),
        intercept_not_moved=near((slope, b)),
        multiplied_by_sd=near((a * s, b - a * m * s), (a * s, intercept), (a * s, b), (a * s, b - a * m)),
        scaled_again=near((a * s, b + a * m)),
        moved_the_wrong_way=near((slope, b + a * m / s)),
        shift_without_sd=near((slope, b - a * m), (slope, b - m), (slope, b - m / s), (a, b - a * m)),
        whole_number_division=near(*[(cut, b - moved) for cut in (a // s,) for moved in (cut * m, a * m // s)]),
        shift_scaled_twice=near((slope, b - a * m / s**2), (slope, (b - a * m) / s), (slope, b / s - a * m / s)),
        **more_mistakes,
    )
    got = pair(student.unscale(slope_z, intercept_z, mean, sd))
    assert got == pytest.approx((slope, intercept), rel=CLOSE, abs=1e-9)


@pytest.mark.exercise("unscale", weight=10)
def test_unscale_value(student, rng, mistakes):
    """unscale returns the slope and the intercept of the same line in the units of x."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    for _ in range(2):
        slope_z, intercept_z, mean, sd = a_scaled_line(rng)
        check_unscaled(student, mistakes, slope_z, intercept_z, mean, sd)
        check_unscaled(student, mistakes, slope_z, intercept_z, -mean, sd)


@pytest.mark.exercise("unscale", weight=3)
def test_unscale_special_lines(student, rng, mistakes):
    """unscale is right for every line, also for a level one, and for a mean or an intercept of 0."""
    slope_z, intercept_z, mean, sd = a_scaled_line(rng)

    check_unscaled(student, mistakes, slope_z, intercept_z, mean, sd)
    # Where one of them is 0, known mistakes coincide with the right answer: only the value is compared.
    for line in ((0.0, intercept_z, mean, sd), (slope_z, 0.0, mean, sd), (slope_z, intercept_z, 0.0, sd)):
        right = line[0] / sd, line[1] - line[0] * line[2] / sd
        assert pair(student.unscale(*line)) == pytest.approx(right, rel=CLOSE, abs=1e-9)


@pytest.mark.exercise("unscale", weight=3)
def test_unscale_any_unit(student, rng, mistakes):
    """unscale is right in any unit: do not round, x and y may be in millionths or in millions."""
    slope_z, intercept_z, mean, sd = a_scaled_line(rng)

    check_unscaled(student, mistakes, slope_z, intercept_z, mean, sd)
    for unit in (1e-7, 1e7):
        mistakes(rounded=lambda got, unit=unit: same(np.round(got, 3), (round(slope_z / sd / unit, 3), got[1])))
        check_unscaled(student, mistakes, slope_z, intercept_z, mean * unit, sd * unit)
    mistakes(rounded=lambda got: any(part == round(part, 8) for part in got))
    check_unscaled(student, mistakes, slope_z * 1e-6, intercept_z * 1e-6, mean, sd)


@pytest.mark.exercise("unscale", weight=2)
def test_unscale_whole_numbers(student, rng, mistakes):
    """unscale takes whole numbers and NumPy scalars, and does not cut off what follows the point."""
    whole = int(rng.choice([7, 11, 13])), int(rng.integers(5, 12)), int(rng.integers(20, 40)) * 2 + 1, 2

    check_unscaled(student, mistakes, *a_scaled_line(rng))
    check_unscaled(student, mistakes, *whole)
    check_unscaled(student, mistakes, *(np.int64(part) for part in whole))
    check_unscaled(student, mistakes, *(np.float64(part) for part in a_scaled_line(rng)))


@pytest.mark.exercise("unscale", weight=2)
def test_unscale_number_types(student, rng, mistakes):
    """unscale computes in float64, also from float32 scalars."""
    check_unscaled(student, mistakes, *a_scaled_line(rng))
    # The intercept is what is left of two numbers in millions, and float32 leaves it off by about .1. Nobody
    # gets it by luck four times in a row.
    for _ in range(4):
        slope_z, _, mean, sd = a_scaled_line(rng)
        singles = [np.float32(part) for part in (slope_z, slope_z * mean * 1e5 / sd, mean * 1e5, sd)]
        a, b, m, s = (float(part) for part in singles)
        mistakes(float32_is_harmless=lambda got, slope=a / s: same(got[0], slope))
        slope, intercept = pair(student.unscale(*singles))
        assert slope == pytest.approx(a / s, rel=CLOSE)
        assert intercept == pytest.approx(b - a * m / s, rel=0, abs=1e-2)


# heavy_ball ---------------------------------------------------------------------------------------------


def roll(x, y, lr, momentum, steps, start):
    """Take the steps one by one, as torch.optim.SGD does; returns the start and the line after each."""
    x, y = flat(x), flat(y)
    path, velocity = [flat(start)], np.zeros(2)
    for _ in range(steps):
        velocity = momentum * velocity + gradient(path[-1], x, y)
        path.append(path[-1] - lr * velocity)
    return np.array(path)


def other_ways(x, y, lr, momentum, steps, start):
    """Yield the paths of known mistakes, with their ids."""
    rules = {
        "averaged_gradient": lambda line, v: ((w := momentum * v + (1 - momentum) * gradient(line, x, y)), lr * w),
        "nesterov": lambda line, v: ((w := momentum * v + gradient(line, x, y)),
                                     lr * (gradient(line, x, y) + momentum * w)),
        "velocity_too_late": lambda line, v: (momentum * v + gradient(line, x, y), lr * v),
        "velocity_unused": lambda line, v: (v, lr * gradient(line, x, y)),
        "velocity_keeps_nothing": lambda line, v: (gradient(line, x, y), lr * (1 + momentum) * gradient(line, x, y)),
        "velocity_uphill": lambda line, v: ((w := momentum * v + gradient(line, x, y)), -lr * w),
        "looks_ahead": lambda line, v: ((w := momentum * v + gradient(line - lr * momentum * v, x, y)), lr * w),
    }
    names = {"looks_ahead": "nesterov", "velocity_keeps_nothing": "velocity_unused", "velocity_uphill": "uphill"}
    for name, rule in rules.items():
        path, velocity = [flat(start)], np.zeros(2)
        for _ in range(steps):
            velocity, step = rule(path[-1], velocity)
            path.append(path[-1] - step)
        yield names.get(name, name), np.array(path)
    path, velocity = [flat(start)], gradient(flat(start), x, y)
    for _ in range(steps):
        velocity = momentum * velocity + gradient(path[-1], x, y)
        path.append(path[-1] - lr * velocity)
    yield "velocity_not_at_rest", np.array(path)
    path, velocity, stored = [flat(start)], np.zeros(2), np.zeros(2)
    for _ in range(steps):
        stored = stored + gradient(path[-1], x, y)
        velocity = momentum * velocity + stored
        path.append(path[-1] - lr * velocity)
    yield "zero_grad_is_housekeeping", np.array(path)
    for order in ((0, 1), (1, 0)):
        path, velocity = [flat(start)], np.zeros(2)
        for _ in range(steps):
            line = path[-1].copy()
            for which in order:
                velocity[which] = momentum * velocity[which] + gradient(line, x, y)[which]
                line[which] -= lr * velocity[which]
            path.append(line)
        yield "taking_turns", np.array(path)


def path_mistakes(x, y, lr, momentum, steps, start):
    """Say how known mistakes show in a path."""
    x, y, n = flat(x), flat(y), len(x)
    right = roll(x, y, lr, momentum, steps, start)
    found = {}
    with np.errstate(over="ignore", invalid="ignore"):
        for name, path in other_ways(x, y, lr, momentum, steps, start):
            found.setdefault(name, []).append(path)
        found["two_forgotten"] = [roll(x, y, lr / 2, momentum, steps, start)]
        found["sum_changes_only_printout"] = [roll(x, y, lr * k, momentum, steps, start) for k in (n, n / 2)]
    found["swapped_order"] = [right[:, ::-1]]
    recognised = {name: near(*paths) for name, paths in found.items()}
    recognised["off_by_one_row"] = lambda got: (
        same(got, right[1:]) or same(got, right[:-1]) or (same(got[:-1], right) and len(got) == len(right) + 1)
    )
    recognised["rows_share_memory"] = lambda got: np.shape(got) == right.shape and np.all(flat(got[0]) == got[-1])
    return recognised


def check_path(student, mistakes, x, y, lr, momentum, steps, start, **more_mistakes):
    """Compare the student's path, row by row, with steps taken one by one in float64."""
    right = roll(x, y, lr, momentum, steps, start)
    mistakes(nothing_returned=is_none, **more_mistakes)
    reply = student.heavy_ball(x, y, lr, momentum, steps, start)
    try:
        got = array(reply, shape=(steps + 1, 2))
        assert got == pytest.approx(right, rel=CLOSE, abs=CLOSE)
    except AssertionError:
        if steps > 1 and 0 < momentum < 1:  # elsewhere several mistakes look alike, or right
            mistakes(**path_mistakes(x, y, lr, momentum, steps, start))
        raise


def a_run(rng, share=(0.3, 0.6)):
    """Draw points, a learning rate, a momentum and a start; lr times the larger curvature lies within `share`."""
    x, y = noisy_line(rng)
    return x, y, float(rng.uniform(*share) / steepest(x)), float(rng.uniform(0.6, 0.9)), a_start(rng)


def check_ordinary_path(student, mistakes, rng):
    """Expect a right path in the ordinary case."""
    x, y, lr, momentum, start = a_run(rng)
    check_path(student, mistakes, x, y, lr, momentum, 12, start)


@pytest.mark.exercise("heavy_ball", weight=7)
def test_heavy_ball_path(student, rng, mistakes):
    """heavy_ball returns the start and the line after each step of torch's SGD with momentum."""
    # Stays although every other test begins with the same call: it names the behaviour, and weighs most.
    x, y, lr, momentum, start = a_run(rng)
    check_path(student, mistakes, x, y, lr, momentum, int(rng.integers(25, 45)), start)


@pytest.mark.exercise("heavy_ball", weight=2)
def test_heavy_ball_ends_of_momentum(student, rng, mistakes):
    """heavy_ball takes any momentum from 0, which is plain descent, to 1, which forgets nothing."""
    check_ordinary_path(student, mistakes, rng)
    x, y, lr, _, start = a_run(rng)
    for momentum in (0.0, 1.0, 0, 1):
        check_path(
            student, mistakes, x, y, lr, momentum, 15, start,
            on_raise={"momentum_one_refused": "ValueError", "divided_by_what_is_left": "ZeroDivisionError"},
        )


@pytest.mark.exercise("heavy_ball", weight=2)
def test_heavy_ball_above_the_limit(student, rng, mistakes):
    """heavy_ball takes the learning rate it is given, also one that plain descent would not survive."""
    check_ordinary_path(student, mistakes, rng)
    for share in ((2.3, 2.8), (5.0, 6.0)):  # momentum survives the first, and nothing survives the second
        x, y, lr, momentum, start = a_run(rng, share)
        limit = 2 / steepest(x)
        careful = [roll(x, y, rate, momentum, 20, start) for rate in (limit, limit / 2, 0.99 * limit, 0.9 * limit)]
        check_path(
            student, mistakes, x, y, lr, momentum, 20, start,
            on_raise={"refused_to_diverge": "ValueError"}, smaller_lr_is_safer=near(*careful),
        )


@pytest.mark.exercise("heavy_ball", weight=1)
def test_heavy_ball_all_steps(student, rng, mistakes):
    """heavy_ball takes all the steps it is asked for, also when the line hardly moves any more."""
    check_ordinary_path(student, mistakes, rng)
    x, y, _, _, start = a_run(rng)
    easy = (x - x.mean()) / x.std()  # both curvatures are 2: each step leaves about half of the error
    stopped = {"stopped_early": lambda got: np.ndim(got) == 2 and 2 <= len(got) < 121}
    check_path(student, mistakes, easy, y, 0.4, 0.2, 120, start, **stopped)


@pytest.mark.exercise("heavy_ball", weight=1)
def test_heavy_ball_few_steps(student, rng, mistakes):
    """heavy_ball returns one row more than there are steps: with 0 steps the start alone, with 1 step two rows."""
    check_ordinary_path(student, mistakes, rng)
    x, y, lr, momentum, start = a_run(rng)
    for steps in (1, 0):
        check_path(student, mistakes, x, y, lr, momentum, steps, start)


@pytest.mark.exercise("heavy_ball", weight=2)
def test_heavy_ball_whole_start(student, rng, mistakes):
    """heavy_ball rolls in float64 from any start, also from one given as whole numbers."""
    check_ordinary_path(student, mistakes, rng)
    x, y, lr, momentum, _ = a_run(rng)
    cut = {
        "whole_number_path": lambda got: np.ndim(got) == 2 and np.all(np.asarray(got) == np.round(got)),
        "on_raise": {"whole_number_path": "TypeError"},
    }
    for start in (np.array([0, 0]), np.array([1, -2])):
        check_path(student, mistakes, x, y, lr, momentum, 12, start, **cut)


@pytest.mark.exercise("heavy_ball", weight=1)
def test_heavy_ball_lists(student, rng, mistakes):
    """heavy_ball takes lists for x and y, and a list or a tuple for the start."""
    x, y, lr, momentum, start = a_run(rng)
    for kind in (list, tuple):
        check_path(student, mistakes, x.tolist(), y.tolist(), lr, momentum, 12, kind(start.tolist()))


@pytest.mark.exercise("heavy_ball", weight=2)
def test_heavy_ball_number_types(student, rng, mistakes):
    """heavy_ball rolls in float64, also for float32 and integer arrays and NumPy scalars."""
    check_ordinary_path(student, mistakes, rng)
    x, y, lr, momentum, start = a_run(rng)
    whole = np.floor(x + 2).astype(np.uint8), np.floor(y + 60).astype(np.uint8)
    rate = np.float64(0.4 / steepest(whole[0]))
    check_path(student, mistakes, *whole, rate, np.float64(momentum), np.int64(12), start)

    # A float32 in millions is a multiple of 1/8: steps that are taken in float32 go astray by about as much.
    singles, start = (x.astype(np.float32), (y + 2e6).astype(np.float32)), [1.5, 2e6 - 0.3]
    right = roll(*singles, lr, momentum, 30, start)
    mistakes(float32_is_harmless=lambda got: np.shape(got) == right.shape and np.allclose(got, right, atol=1e4))
    got = array(student.heavy_ball(*singles, lr, momentum, 30, start), shape=(31, 2))
    assert np.max(np.abs(got - right)) < 1e-4


@pytest.mark.exercise("heavy_ball", weight=2)
def test_heavy_ball_arguments_unchanged(student, rng, mistakes):
    """heavy_ball returns the path and leaves x, y and the start as they were."""
    x, y, lr, momentum, start = a_run(rng)
    arguments = (x, y, lr, momentum, 12, start)

    check_path(student, mistakes, *arguments)
    check_unchanged(student, mistakes, "heavy_ball", arguments)


# momentum_of_missing_zero_grad --------------------------------------------------------------------------

AS_NEAR = 5e-4  # the contract says so: what rounding leaves of an experiment is less, and .999 is further away


def one_number(value):
    """Return the one real number in a value, also from an array, a tensor or a list that holds nothing else."""
    value = getattr(value, "array", value)  # a tensor arrives with its numbers as an array
    while isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    if isinstance(value, np.ndarray) and value.size == 1:
        value = value.reshape(-1)[0]
    if isinstance(value, complex | np.complexfloating) and value.imag == 0:
        value = value.real
    try:
        return number(value)
    except UnexpectedValue:
        return None


def about(*wanted):
    """Recognise an answer that is one of several numbers."""
    return lambda got: any(abs(one_number(got) - one) <= AS_NEAR for one in wanted)


def check_momentum(student, mistakes):
    """Expect the name to hold the momentum, in whatever wrapping; return what it holds."""
    mistakes(
        no_number=lambda got: one_number(got) is None,
        zero_grad_is_housekeeping=lambda got: one_number(got) == 0,
        usual_momentum=about(0.9, 0.95),
        nearly_one=lambda got: 0.98 < one_number(got) < 1 - AS_NEAR,
        lr_for_momentum=about(0.01),
    )
    got = student.get("momentum_of_missing_zero_grad")
    value = one_number(got)
    assert value is not None
    assert abs(value - 1) <= AS_NEAR
    return got


@pytest.mark.exercise("momentum_of_missing_zero_grad", weight=3)
def test_momentum_of_missing_zero_grad_value(student, mistakes):
    """momentum_of_missing_zero_grad is the momentum whose path is the one that torch takes without zero_grad."""
    # Stays although the other test begins with the same question: it names the behaviour, and weighs most.
    check_momentum(student, mistakes)


@pytest.mark.exercise("momentum_of_missing_zero_grad", weight=1)
def test_momentum_of_missing_zero_grad_type(student, mistakes):
    """momentum_of_missing_zero_grad is that momentum as a plain number: an int, a float or a NumPy scalar."""
    got = check_momentum(student, mistakes)
    mistakes(number_in_a_box=lambda reply: True)
    assert isinstance(got, int | float | np.integer | np.floating)
