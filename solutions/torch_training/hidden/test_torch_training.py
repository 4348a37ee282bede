"""Hidden tests of torch_training: a model, a training loop, three repairs and a comparison, on fresh data every time.

Whatever needs torch beside the student's code is a probe: it builds a model, calls the answer, and returns
plain values. What is right is computed here, in float64, without torch. No verdict is left to chance: a
right answer passes with every seed. Each test of a function first looks at what an answer does that is
plainly wrong, so neither an error nor typed-in numbers pass any.

Data are exact float32 numbers. CLOSE is relative: float32 and another order of operations change a loss by
less than 2e-5, the wrong formulas tested here by more than 5e-3.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pytest

from autograder.expect import UnexpectedValue, array, describe, integer, number, sequence, text
from autograder.protocol import TensorValue
from autograder.student import StudentRaised

CLOSE = 2e-4

# What every probe begins with. An answer may have changed what torch keeps for everyone, its default type
# for one: that must not cost another exercise its points.
TOOLS = """
import copy
import warnings

import numpy as np
import torch
from torch import nn

CALLS = []


class Line(nn.Module):
    def __init__(self, start, loud=False):
        super().__init__()
        self.linear = nn.Linear(1, 1, dtype=torch.float32)
        self.loud = loud
        self.types = []
        with torch.no_grad():
            self.linear.weight.fill_(float(start[0]))
            self.linear.bias.fill_(float(start[1]))

    def forward(self, x):
        self.types.append(str(self.linear.weight.dtype))
        if self.loud:
            CALLS.append(1)
            warnings.warn("heard from the model", UserWarning)
            nn.functional.mse_loss(torch.zeros(3, 1), torch.zeros(3))
            nn.MSELoss()(torch.zeros(4, 1), torch.zeros(4))
        return self.linear(x)


def clean():
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)


def run(function, x, y, lr, steps, start, left_over=(), loud=False):
    model = Line(start, loud)
    before = list(model.parameters())
    for parameter, value in zip(before, left_over):
        parameter.grad = torch.full_like(parameter, float(value))
    x, y = copy.deepcopy(x), copy.deepcopy(y)
    losses = function(model, x, y, lr, steps)
    after = list(model.parameters())
    return {
        "losses": losses,
        "parameters": [parameter.detach().clone() for parameter in after],
        "same": len(before) == len(after) and all(old is new for old, new in zip(before, after)),
        "trainable": all(parameter.requires_grad for parameter in after),
        "types": sorted(set(model.types)),
        "x": x,
        "y": y,
    }
"""

# Twice from one start, with two seeds: what is not random comes out the same.
TRAIN = (
    TOOLS
    + """
def probe(student, name, **inputs):
    clean()
    runs = []
    for seed in (1, 2):
        torch.default_generator.manual_seed(seed)  # torch.manual_seed also reads the source of all callers
        np.random.seed(seed)
        runs.append(run(getattr(student, name), **inputs))
    return runs
"""
)

TRAIN_ONCE = (
    TOOLS
    + """
def probe(student, name, **inputs):
    clean()
    return [run(getattr(student, name), **inputs)]
"""
)

# Once as above, with every warning noted, and once with a model that raises three warnings itself:
# one of its own and the two that torch raises for shapes that differ. A function that turns warnings into
# errors does not silence them.
TRAIN_HEARING = (
    TOOLS
    + """
def probe(student, name, steps, **inputs):
    clean()
    function = getattr(student, name)
    blanket = any(
        action == "ignore" and message is None and module is None and issubclass(UserWarning, category)
        for action, message, category, module, line in warnings.filters
    )
    warn = warnings.warn
    try:
        with warnings.catch_warnings(record=True) as noted:
            warnings.simplefilter("always")
            quiet = run(function, steps=steps, **inputs)
            raised = [str(one.message)[:80] for one in noted]
            noted.clear()
            try:
                run(function, steps=2, loud=True, **inputs)
            except Warning:
                heard = 3
            else:
                said = [str(one.message) for one in noted]
                heard = sum(any(part in text for text in said) for part in ("heard from", "([3])", "([4])"))
    finally:
        warnings.warn = warn
    return [quiet, {"raised": raised, "heard": heard, "calls": len(CALLS), "blanket": blanket}]
"""
)


# What every exercise needs ------------------------------------------------------------------------------


def singles(values):
    """Round numbers to float32; they are kept as float64."""
    return np.asarray(values, dtype=np.float32).astype(np.float64)


def column(values):
    """Make the tensor of shape (n, 1) and type float32 that a model takes."""
    return TensorValue(np.asarray(values, dtype=np.float32).reshape(-1, 1))


def same(got, wanted, close=CLOSE):
    """Say whether numbers are `wanted` but for rounding, shape included."""
    got, wanted = np.asarray(got, dtype=float), np.asarray(wanted, dtype=float)
    size = np.max(np.abs(wanted), initial=0.0)
    return got.shape == wanted.shape and np.allclose(got, wanted, rtol=close, atol=close * 1e-2 * size)


def is_none(got):
    """Recognise a function that does not return."""
    return got is None


def entries(reply, *names):
    """Take entries of a probe's dict; a probe that was tampered with fails the test."""
    assert isinstance(reply, dict)
    assert all(name in reply for name in names)
    return [reply[name] for name in names]


def parameters_in(found):
    """Read slope and intercept from what a probe says of a model's parameters."""
    found = sequence(found)
    assert len(found) == 2, "a model has two parameters"
    for tensor, shape in zip(found, ((1, 1), (1,)), strict=True):
        assert isinstance(tensor, TensorValue)
        assert tensor.array.shape == shape
        assert tensor.array.dtype.kind == "f"
    return np.array([tensor.array.reshape(-1)[0] for tensor in found], dtype=float)


def all_float32(found):
    """Say whether every parameter a probe tells of is float32."""
    return all(isinstance(tensor, TensorValue) and tensor.array.dtype == np.float32 for tensor in found)


# LineModel ----------------------------------------------------------------------------------------------

PREDICT = (
    TOOLS
    + """
def probe(student, x, line):
    clean()
    model = student.LineModel()
    names = [name for name, _ in model.named_parameters()]
    reply = {"names": names, "parameters": list(model.parameters()), "predictions": None, "x": x}
    if isinstance(getattr(model, "linear", None), nn.Module):
        with torch.no_grad():
            model.linear.weight.fill_(line[0])
            if model.linear.bias is not None:
                model.linear.bias.fill_(line[1])
        reply["predictions"] = model(x)
    return reply
"""
)

PARAMETERS = (
    TOOLS
    + """
def probe(student):
    clean()
    model = student.LineModel()
    model(torch.zeros(2, 1))
    linear = getattr(model, "linear", None)
    return {
        "names": [name for name, _ in model.named_parameters()],
        "parameters": list(model.parameters()),
        "is_module": isinstance(model, nn.Module),
        "is_linear": isinstance(linear, nn.Linear),
        "sizes": [getattr(linear, "in_features", None), getattr(linear, "out_features", None)],
    }
"""
)

STARTS = (
    TOOLS
    + """
def probe(student, seeds):
    clean()
    starts = []
    for seed in seeds:
        torch.default_generator.manual_seed(seed)
        model = student.LineModel()
        starts.append([parameter.detach().clone() for parameter in model.parameters()])
    return starts
"""
)

GRADIENTS = (
    TOOLS
    + """
def probe(student, x, line, weights):
    clean()
    model = student.LineModel()
    with torch.no_grad():
        model.linear.weight.fill_(line[0])
        model.linear.bias.fill_(line[1])
    predictions = model(x)
    if isinstance(predictions, torch.Tensor) and predictions.requires_grad:
        (predictions * weights).sum().backward()
    return {"predictions": predictions, "gradients": [parameter.grad for parameter in model.parameters()]}
"""
)


def a_line(rng):
    """Draw slope and intercept, both well away from 0 and from each other."""
    return singles([rng.uniform(2, 4), rng.uniform(6, 9)] * rng.choice([-1.0, 1.0], size=2))


def a_column(rng):
    """Draw x on both sides of 0."""
    inner = rng.uniform(-5, 5, size=int(rng.integers(9, 20)))
    return singles([*inner, -4.9, 4.9])  # so far that every line of a_line meets 0 between them


NO_MODULE = {"module_not_initialised": "AttributeError"}


def ask_model(student, source, **inputs):
    """Run a probe that calls a LineModel; say so where nn.Module finds no forward in it."""
    try:
        return student.probe(source, **inputs)
    except StudentRaised as error:
        if 'missing the required "forward" function' in error.raised.text:
            raise UnexpectedValue("No `forward` was found: is it spelt so, and indented into the class?") from None
        raise


def check_is_tensor(predictions):
    """Expect a tensor, whatever is in it, or say what is there instead."""
    if not isinstance(predictions, TensorValue):
        raise UnexpectedValue(f"The model returned {describe(predictions)}; a tensor was expected.")


def check_predictions(student, mistakes, x, line):
    """Compare the predictions of a LineModel put at `line` with slope times x plus intercept."""
    right = (line[0] * x + line[1])[:, None]

    def shaped(got):
        return np.asarray(got["predictions"].array)

    mistakes(
        on_raise=NO_MODULE,
        not_registered=lambda got: not got["names"],
        other_layer_name=lambda got: "linear.weight" not in got["names"],
        more_than_a_line=lambda got: len(got["names"]) > 2,
        no_intercept=lambda got: got["names"] == ["linear.weight"],
        nothing_returned=lambda got: got["predictions"] is None,
        flat_predictions=lambda got: len(x) > 1 and shaped(got).shape == (len(x),),
        model_made_double=lambda got: any(one.array.dtype == np.float64 for one in got["parameters"]),
        bent_line=lambda got: same(shaped(got), np.maximum(right, 0)) or same(shaped(got), np.tanh(right)),
    )
    _, predictions = entries(ask_model(student, PREDICT, x=column(x), line=line.tolist()), "names", "predictions")
    check_is_tensor(predictions)
    if predictions.array.dtype == np.float64:
        raise UnexpectedValue("The predictions are float64; float32, the type of x and of the layer, was expected.")
    assert predictions.array.dtype == np.float32
    assert array(predictions.array, shape=(len(x), 1)) == pytest.approx(right, rel=CLOSE, abs=1e-3)


@pytest.mark.exercise("LineModel", weight=7)
def test_LineModel_predictions(student, rng, mistakes):  # noqa: N802  (a class's own name)
    """A LineModel turns x of shape (n, 1) into slope times x plus intercept, of shape (n, 1) as well."""
    for x in (a_column(rng), a_column(rng), singles([rng.uniform(1, 2)])):
        check_predictions(student, mistakes, x, a_line(rng))


@pytest.mark.exercise("LineModel", weight=5)
def test_LineModel_parameters(student, rng, mistakes):  # noqa: N802
    """A LineModel is a module whose only parameters are those of one nn.Linear(1, 1) called linear."""
    mistakes(
        on_raise=NO_MODULE,
        not_registered=lambda got: not got["names"],
        other_layer_name=lambda got: "linear.weight" not in got["names"],
        more_than_a_line=lambda got: len(got["names"]) > 2,
        no_intercept=lambda got: got["names"] == ["linear.weight"],
        model_made_double=lambda got: any(one.array.dtype == np.float64 for one in got["parameters"]),
    )

    reply = ask_model(student, PARAMETERS)

    names, parameters = entries(reply, "names", "parameters")
    assert [text(name) for name in sequence(names)] == ["linear.weight", "linear.bias"]
    parameters_in(parameters)
    assert all_float32(parameters)
    assert all(parameter.requires_grad for parameter in parameters), "a parameter does not track gradients"
    assert reply.get("is_module") is True
    assert reply.get("is_linear") is True
    assert [integer(size) for size in sequence(reply.get("sizes"), 2)] == [1, 1]


@pytest.mark.exercise("LineModel", weight=3)
def test_LineModel_start(student, rng, mistakes):  # noqa: N802
    """A new LineModel starts where a new nn.Linear(1, 1) starts: each one draws, and the seed decides."""
    seeds = [int(seed) for seed in rng.choice(10_000, size=3, replace=False)]
    mistakes(
        on_raise=NO_MODULE,
        not_registered=lambda got: not got[0],
        start_of_its_own=lambda got: all(len(own) == 2 for own in got),
    )

    starts = sequence(ask_model(student, STARTS, seeds=seeds), len(seeds))

    for seed, own in zip(seeds, starts, strict=True):
        assert np.array_equal(parameters_in(own), drawn_by_torch(seed))


def drawn_by_torch(seed):
    """Return where a new nn.Linear(1, 1) starts after torch.manual_seed(seed): slope and intercept.

    Worked out here, without torch, so that it is the same whatever a cell has done to torch. With one input both are
    drawn from [-1, 1). torch draws from the generator that NumPy's RandomState is, and a float32 takes 24 of 32 bits.
    """
    words = np.frombuffer(np.random.RandomState(seed).bytes(8), dtype="<u4")
    return (words & 0xFFFFFF) / 2**23 - 1


@pytest.mark.exercise("LineModel", weight=4)
def test_LineModel_gradients(student, rng, mistakes):  # noqa: N802
    """The predictions of a LineModel keep their history, so that backward reaches slope and intercept."""
    x, line = a_column(rng), a_line(rng)
    weights = singles(rng.uniform(1, 3, size=len(x)))
    mistakes(
        on_raise=NO_MODULE,
        nothing_returned=lambda got: got["predictions"] is None,
        history_cut_off=lambda got: (
            isinstance(got["predictions"], np.ndarray) or got["predictions"].requires_grad is False
        ),
    )

    reply = ask_model(student, GRADIENTS, x=column(x), line=line.tolist(), weights=column(weights))

    predictions, gradients = entries(reply, "predictions", "gradients")
    check_is_tensor(predictions)
    assert predictions.requires_grad is True
    right = [np.sum(weights * x), np.sum(weights)]
    assert parameters_in(gradients) == pytest.approx(right, rel=CLOSE, abs=1e-3)


@pytest.mark.exercise("LineModel", weight=1)
def test_LineModel_arguments_unchanged(student, rng, mistakes):  # noqa: N802
    """A LineModel predicts and leaves the x it is given as it was."""
    x, line = a_column(rng), a_line(rng)
    check_predictions(student, mistakes, x, line)

    def was_changed(got):
        return not np.array_equal(got["x"].array, column(x).array)

    mistakes(changed_arguments=was_changed)
    (after,) = entries(ask_model(student, PREDICT, x=column(x), line=line.tolist()), "x")
    check_tensor_unchanged(after, column(x))


def check_tensor_unchanged(after, before):
    """Expect a tensor or an array to hold what it held, in the same shape and type."""
    assert type(after) is type(before)
    if isinstance(after, TensorValue):
        assert not after.requires_grad
        after, before = after.array, before.array
    assert isinstance(after, np.ndarray)
    assert after.dtype == before.dtype
    assert np.array_equal(after, before)


# Training -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Training:
    """One training run to ask for: points, learning rate, number of steps, the line that it starts from."""

    x: np.ndarray
    y: np.ndarray
    lr: float
    steps: int
    start: np.ndarray

    def walk(self, *, lr=None, y=None, momentum=0.0, velocity=(0.0, 0.0), nesterov=False, delay=False):
        """Take the steps in float64; returns the loss and the line before each step and after the last."""
        lr, y = self.lr if lr is None else lr, self.y if y is None else y
        line, velocity = np.array(self.start), np.array(velocity, dtype=float)
        losses, lines, old = [], [], np.zeros(2)
        for _ in range(self.steps + 1):
            residuals = y - line[0] * self.x - line[1]
            losses.append(residuals @ residuals / len(self.x))
            lines.append(line)
            gradient = np.array([self.x @ residuals, np.sum(residuals)]) * (-2 / len(self.x))
            velocity = momentum * velocity + (old if delay else gradient)
            line = line - lr * (gradient + momentum * velocity if nesterov else velocity)
            old = gradient
        return np.array(losses), np.array(lines)

    @cached_property
    def path(self):
        """What the right walk returns."""
        with np.errstate(over="ignore", invalid="ignore"):
            return self.walk()

    @property
    def losses(self):
        """The loss before each step."""
        return self.path[0][:-1]

    @property
    def line(self):
        """Slope and intercept after the last step."""
        return self.path[1][-1]

    def smaller_rate(self, losses):
        """Say whether the losses are those of a learning rate that is smaller than the one asked for."""
        first = self.y - self.start[0] * self.x - self.start[1]
        gradient = np.array([-2 * np.mean(self.x * first), -2 * np.mean(first)])
        bend = np.mean((gradient[0] * self.x + gradient[1]) ** 2)
        for lr in np.roots([bend, -np.sum(gradient**2), losses[0] - losses[1]]):
            if np.isreal(lr) and 0 < lr.real < 0.97 * self.lr:
                return same(losses, self.walk(lr=lr.real)[0][:-1], close=5e-4)
        return False


def a_training(rng, steps, *, spread=12.0, low=0.5, high=0.8):
    """Draw points around a line, a start below them, and a learning rate.

    lr times the larger curvature lies between low and high, and 2 is the limit. The curvature is about the
    square of `spread`: lr is below .01 at 12, above .03 at 3.
    """
    n = int(rng.integers(20, 40))
    x = singles(spread * (rng.uniform(0.1, 0.2) + (rng.permutation(n) + rng.random(n)) / n))
    y = singles(rng.uniform(18, 40) / spread * x + rng.uniform(5, 12) + rng.normal(0, 1.2, size=n))
    start = singles(rng.uniform([-1, -3], [1, 0]))
    curvature = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))[1]
    return Training(x, y, float(rng.uniform(low, high) / curvature), steps, start)


def left_gradients(rng, training):
    """Draw gradients that were left from before, of the size of the first one and of the other sign."""
    first = training.y - training.start[0] * training.x - training.start[1]
    gradient = np.array([np.mean(training.x * first), np.mean(first)])
    return singles(gradient * rng.uniform(0.8, 1.5, size=2))


def as_tensors(name, training):
    """Give x and y as the exercise gets them."""
    if name == "fix_dtype":  # no float32 numbers, so that rounding them in place shows; too near to matter else
        return {"x": training.x[:, None] * (1 + 1e-9), "y": training.y[:, None] * (1 + 1e-9)}
    y = column(training.y)
    return {"x": column(training.x), "y": TensorValue(y.array.reshape(-1)) if name == "fix_shape" else y}


def ask(student, probe, name, training, left_over=()):
    """Run a probe of a training function; returns one dict for each run in it."""
    runs = sequence(
        student.probe(
            probe, name=name, lr=training.lr, steps=training.steps, start=training.start.tolist(),
            left_over=list(map(float, left_over)), **as_tensors(name, training),
        )
    )
    assert runs
    for one in runs:
        assert isinstance(one, dict)
    entries(runs[0], "losses", "parameters", "same", "trainable", "types", "x", "y")
    return runs


def raw(got):
    """Read the losses of a reply, whatever kind of number they are; for recognising only."""
    losses = got[0]["losses"]
    items = losses.array if isinstance(losses, TensorValue) else losses
    return np.array([getattr(item, "array", item) for item in items], dtype=float).reshape(len(items))


def raw_line(got):
    """Read the line that a reply's model is at; for recognising only."""
    return np.array([one.array.reshape(()) for one in got[0]["parameters"]], dtype=float)


def holds_tensors(got):
    """Recognise losses that are tensors."""
    losses = got[0]["losses"]
    return isinstance(losses, TensorValue) or any(isinstance(one, TensorValue) for one in losses)


def no_python_floats(got):
    """Recognise losses that are NumPy's and no floats."""
    losses = got[0]["losses"]
    return isinstance(losses, np.ndarray) or any(isinstance(one, np.ndarray | np.float32) for one in losses)


def training_mistakes(training, left_over=(0.0, 0.0), *, of_the_list=True):
    """Say how known mistakes show in a reply; `of_the_list`: those too that concern the list of losses alone."""
    others = {
        "piled": {"momentum": 1.0, "velocity": left_over},
        "late": {"delay": True},
        "up": {"lr": -training.lr},
        "sum": {"lr": training.lr * len(training.x)},
        "post": {"lr": 0.01},
        "table": {"y": np.full_like(training.y, np.mean(training.y))},
        "momentum": {"momentum": 0.9},
        "nesterov": {"momentum": 0.9, "nesterov": True},
    }
    (losses, lines), steps = training.path, training.steps
    first_of_table = np.mean((training.y - (lines[0][0] * training.x + lines[0][1])[:, None]) ** 2)

    def ends_as(name):
        def ends(got):  # walks when it is asked, which is after a test has failed
            with np.errstate(over="ignore", invalid="ignore"):
                return same(raw_line(got), training.walk(**others[name])[1][-1])

        return ends

    def random(got):
        return len(got) == 2 and not same(raw_line(got), raw_line(got[1:]), close=1e-6)

    def still(got):
        return same(raw_line(got), lines[0])

    def first_step_used_left_over(got):
        return np.any(np.array(left_over)) and same(
            raw_line(got), training_after_one(training, lines[0] - training.lr * np.array(left_over))
        )

    def table_of_losses(got):  # from some starts the first loss of the table is the right one
        return same(raw(got)[0], first_of_table) and not same(first_of_table, losses[0])

    def adam(got):
        return same(np.abs(raw(got)[1]), step_loss(training, lines[0] + training.lr))

    found = {
        "one_step_missing": lambda got: len(raw(got)) == steps - 1 and same(raw(got), losses[: steps - 1]),
        "stopped_early": lambda got: 2 <= len(raw(got)) < steps and same(raw(got), losses[: len(raw(got))]),
        "sgd_is_random": random,
        "zero_grad_is_housekeeping": ends_as("piled"),
        "left_over_gradients": first_step_used_left_over,
        "no_gradient_at_step": lambda got: still(got) and np.ptp(raw(got)) == 0,
        "copy_trained": lambda got: still(got) and same(raw(got), losses[:-1]),
        "parameters_replaced": lambda got: got[0]["same"] is False,
        "step_before_backward": ends_as("late"),
        "model_made_double": lambda got: any(one.array.dtype == np.float64 for one in got[0]["parameters"]),
        "uphill": ends_as("up"),
        "sum_changes_only_printout": ends_as("sum"),
        "broadcast": lambda got: ends_as("table")(got) or table_of_losses(got),
        "settings_typed_in": lambda got: (
            (len(raw(got)) == 100 and steps != 100) or (training.lr < 0.01 and ends_as("post")(got))
        ),
        "other_optimizer": lambda got: ends_as("momentum")(got) or ends_as("nesterov")(got) or adam(got),
        "smaller_lr_is_safer": lambda got: training.smaller_rate(raw(got)),
    }
    if of_the_list:
        found = {
            "nothing_returned": lambda got: got[0]["losses"] is None,
            "losses_hold_graph": holds_tensors,
            "loss_not_a_float": no_python_floats,
            "loss_after_step": lambda got: same(raw(got), losses[1:]) or same(raw(got), losses),
        } | found
    return found


def step_loss(training, line):
    """Compute the loss at a line."""
    return np.mean((training.y - line[0] * training.x - line[1]) ** 2)


def training_after_one(training, shifted):
    """Say where a run ends whose first step was longer: it goes on from `shifted`, less the first gradient."""
    rest = Training(training.x, training.y, training.lr, 1, training.start)
    line = rest.walk()[1][-1] + shifted - training.start
    return Training(training.x, training.y, training.lr, training.steps - 1, line).line


def check_losses(runs, training):
    """Expect the loss before each step, as a list of Python floats."""
    (found,) = entries(runs[0], "losses")
    losses = sequence(found)
    for loss in losses:
        number(loss)
        assert isinstance(loss, float), "Python floats were expected"
    assert isinstance(found, list), "a list was expected"
    assert len(losses) == training.steps
    assert losses == pytest.approx(training.losses.tolist(), rel=CLOSE, abs=0)


def check_line(runs, training):
    """Expect the model at the line where descent is after the last step."""
    assert parameters_in(runs[0]["parameters"]) == pytest.approx(training.line, rel=CLOSE, abs=1e-3)


def check_in_place(runs):
    """Expect the Parameter objects that were there before, float32 and trainable."""
    run = runs[0]
    assert run["same"] is True, "the model has other parameters than before"
    assert run["trainable"] is True
    assert all_float32(sequence(run["parameters"]))


def check_data(runs, name, training):
    """Expect x and y as they were."""
    for which, before in as_tensors(name, training).items():
        check_tensor_unchanged(runs[0][which], before)


def check_training(student, mistakes, name, training, probe=TRAIN_ONCE, left_over=()):
    """Expect both the losses and the line of one training run."""
    mistakes(**training_mistakes(training, left_over or (0.0, 0.0)))
    runs = ask(student, probe, name, training, left_over)
    check_losses(runs, training)
    check_line(runs, training)
    return runs


# train --------------------------------------------------------------------------------------------------


@pytest.mark.exercise("train", weight=6)
def test_train_losses(student, rng, mistakes):
    """train returns the loss before each step, one Python float a step, and the same list every time."""
    for spread in (12.0, 3.0):
        training = a_training(rng, int(rng.integers(9, 16)), spread=spread)
        mistakes(**training_mistakes(training))

        runs = ask(student, TRAIN, "train", training)

        for run in runs:
            check_losses([run], training)


@pytest.mark.exercise("train", weight=4)
def test_train_line(student, rng, mistakes):
    """train takes the model it is given to the line where descent arrives after so many steps."""
    for spread in (12.0, 3.0):
        training = a_training(rng, int(rng.integers(9, 16)), spread=spread)
        mistakes(**training_mistakes(training, of_the_list=False))

        check_line(ask(student, TRAIN_ONCE, "train", training), training)


@pytest.mark.exercise("train", weight=2)
def test_train_left_over(student, rng, mistakes):
    """train starts afresh: gradients that were left in the model before the call change nothing."""
    training = a_training(rng, 6)
    left_over = left_gradients(rng, training)
    mistakes(**training_mistakes(training, left_over, of_the_list=False))

    check_line(ask(student, TRAIN_ONCE, "train", training, left_over), training)


@pytest.mark.exercise("train", weight=2)
def test_train_in_place(student, rng, mistakes):
    """train moves the model's own parameters: afterwards they are the same objects, float32 and trainable."""
    training = a_training(rng, 5)
    mistakes(**training_mistakes(training, of_the_list=False))

    runs = ask(student, TRAIN_ONCE, "train", training)

    check_line(runs, training)
    check_in_place(runs)


@pytest.mark.exercise("train", weight=2)
def test_train_above_the_limit(student, rng, mistakes):
    """train takes the steps it is asked for, also where each one makes the loss larger."""
    check_training(student, mistakes, "train", a_training(rng, 6))
    mistakes(on_raise={"refused_to_diverge": "ValueError"})
    check_training(student, mistakes, "train", a_training(rng, 12, low=2.4, high=2.8))


@pytest.mark.exercise("train", weight=2)
def test_train_no_early_stop(student, rng, mistakes):
    """train takes all the steps it is asked for, also when the loss hardly changes any more."""
    training = a_training(rng, 45)  # far enough to see a rate that is turned down on the way
    check_training(student, mistakes, "train", training)
    # Both curvatures are 2: each step leaves a tenth of the error, and nothing moves after a few.
    easy = singles((training.x - np.mean(training.x)) / np.std(training.x))
    check_training(student, mistakes, "train", Training(easy, training.y, 0.45, 30, training.start))


@pytest.mark.exercise("train", weight=1)
def test_train_no_steps(student, rng, mistakes):
    """train trains, and with 0 steps it returns an empty list and leaves the model where it is."""
    training = a_training(rng, 6)
    check_training(student, mistakes, "train", training)

    still = Training(training.x, training.y, training.lr, 0, training.start)
    mistakes(**dict.fromkeys(mistakes.known, lambda got: False))  # nothing moves here, as it should be
    runs = ask(student, TRAIN_ONCE, "train", still)
    assert sequence(runs[0]["losses"]) == []
    check_line(runs, still)


@pytest.mark.exercise("train", weight=1)
def test_train_arguments_unchanged(student, rng, mistakes):
    """train takes the model down and leaves x and y as they were, with their shape and without gradients."""
    training = a_training(rng, 5)
    mistakes(**training_mistakes(training, of_the_list=False))

    runs = ask(student, TRAIN_ONCE, "train", training)

    check_line(runs, training)
    mistakes(changed_arguments=lambda got: True)
    check_data(runs, "train", training)


# fix_shape, fix_dtype, fix_graph ------------------------------------------------------------------------

# torch says this of float(loss), once in the life of a process. The number is right all the same, so it is
# the one warning that does not count.
HARMLESS = "Converting a tensor with requires_grad=True to a scalar"


def silences(got):
    """Recognise a function that keeps warnings from being heard, or a cell that does."""
    return got[1]["blanket"] or is_silent(got[1])


def is_silent(told):
    """Say whether warnings of the model were lost on their way out; it may never have been called."""
    return told["calls"] > 0 and told["heard"] < 3


# What torch says where it refuses, and what that tells; it chooses the explanation and never the verdict.
REFUSALS = {"must have the same dtype": "double_meets_float", "does not require grad": "history_gone"}


def rounded(losses):
    """Recognise losses that were rounded, or averaged with those before."""
    means = np.cumsum(losses) / np.arange(1, len(losses) + 1)

    def recognised(got):
        shorter = [np.round(losses, digits) for digits in range(7)]
        return same(raw(got), means) or any(
            same(raw(got), short, 1e-6) for short in shorter if not same(short, losses, 1e-5)
        )

    return recognised


def other_numbers(training):
    """Recognise a run on numbers that were cut, or on x in other coordinates."""
    x, y = training.x, training.y
    others = [
        (np.trunc(x), np.trunc(y)),
        (np.round(x), np.round(y)),
        *[((x - np.mean(x)) / np.std(x, ddof=ddof), y) for ddof in (0, 1)],
        (x - np.mean(x), y),
    ]
    runs = [Training(*data, training.lr, training.steps, training.start) for data in others]
    return lambda got: any(same(raw(got), run.losses) for run in runs)


ABOVE_THE_LIMIT = (2.4, 2.8)  # each step makes the loss larger, and is taken all the same


def repaired(
    student, rng, mistakes, name, *, left_over=False, spread=12.0, unit=1.0, rates=(0.5, 0.8), steps=None, easy=False
):
    """Ask for one training run of a repaired function, with y in some unit, and expect the losses to be right.

    An `easy` one has x for which both curvatures are 2: each step leaves a tenth of the error.
    """
    training = a_training(rng, steps or int(rng.integers(6, 10)), spread=spread, low=rates[0], high=rates[1])
    if easy:
        training = replace(training, x=singles((training.x - np.mean(training.x)) / np.std(training.x)), lr=0.45)
    training = replace(training, y=singles(unit * training.y), start=singles(unit * training.start))
    left = left_gradients(rng, training) if left_over else (0.0, 0.0)
    known = training_mistakes(training, left)
    mistakes(
        warnings_can_be_ignored=lambda got: silences(got) and known["broadcast"](got),
        **known,
        rounded_losses=rounded(training.losses),
        numbers_changed_on_the_way=other_numbers(training),
    )
    try:
        runs = ask(student, TRAIN_HEARING, name, training, left if left_over else ())
    except StudentRaised as error:
        found = [id_ for text, id_ in REFUSALS.items() if text in error.raised.text]
        mistakes(on_raise=dict.fromkeys(found, "RuntimeError"))
        raise
    assert len(runs) == 2
    check_losses(runs, training)
    return runs, training


def check_warnings(runs, mistakes):
    """Expect that no warning was raised, and that the model's own came through."""
    raised, heard, calls = entries(runs[1], "raised", "heard", "calls")
    mistakes(warning_raised=lambda got: bool(got[1]["raised"]), warnings_can_be_ignored=silences)
    assert [text for text in sequence(raised) if not str(text).startswith(HARMLESS)] == []
    assert not is_silent({"calls": number(calls), "heard": number(heard)})


def check_repaired_in_place(runs, training, mistakes, name):
    """Expect the same Parameter objects, float32 and trainable, and x and y as they were."""
    check_line(runs, training)
    check_in_place(runs)
    if name == "fix_dtype":
        check_types(runs, mistakes)
    mistakes(changed_arguments=lambda got: True)
    check_data(runs, name, training)


def check_types(runs, mistakes):
    """Expect that the model was float32 whenever it was called; what calls a copy of it calls another model."""

    def other_types(got):
        return any(name != "torch.float32" for name in got[0]["types"])

    mistakes(converted_and_back=lambda got: other_types(got) and all_float32(got[0]["parameters"]))
    assert all(text(name) == "torch.float32" for name in sequence(runs[0]["types"]))


def check_every_step(student, rng, mistakes, name):
    """Expect all steps of long runs: one that goes on moving, and one in which nothing moves after a few."""
    repaired(student, rng, mistakes, name, steps=45)  # far enough to see a rate that is turned down on the way
    repaired(student, rng, mistakes, name, steps=30, easy=True)


def check_no_steps(student, rng, mistakes, name):
    """Expect an empty list for 0 steps, and a model that stays where it is."""
    mistakes(**dict.fromkeys(mistakes.known, lambda got: False))  # nothing moves here, as it should be
    mistakes(nothing_returned=lambda got: got[0]["losses"] is None)
    still = a_training(rng, 0)
    runs = ask(student, TRAIN_ONCE, name, still)
    assert sequence(runs[0]["losses"]) == []
    check_line(runs, still)


@pytest.mark.exercise("fix_shape", weight=7)
def test_fix_shape_losses(student, rng, mistakes):
    """fix_shape returns all losses of the full batch when y has shape (n,), as Python floats, also where they rise."""
    for spread in (12.0, 3.0):
        repaired(student, rng, mistakes, "fix_shape", spread=spread)
    repaired(student, rng, mistakes, "fix_shape", rates=ABOVE_THE_LIMIT)


@pytest.mark.exercise("fix_shape", weight=5)
def test_fix_shape_line(student, rng, mistakes):
    """fix_shape takes the model to the line where descent arrives after all steps, each prediction beside its own y."""
    check_line(*repaired(student, rng, mistakes, "fix_shape"))
    check_every_step(student, rng, mistakes, "fix_shape")


@pytest.mark.exercise("fix_shape", weight=2)
def test_fix_shape_left_over(student, rng, mistakes):
    """fix_shape starts afresh: gradients that were left in the model before the call change nothing."""
    check_line(*repaired(student, rng, mistakes, "fix_shape", left_over=True))


@pytest.mark.exercise("fix_shape", weight=3)
def test_fix_shape_in_place(student, rng, mistakes):
    """fix_shape trains the model's own parameters, leaves all as it was with 0 steps, and x and y always, y as (n,)."""
    check_repaired_in_place(*repaired(student, rng, mistakes, "fix_shape"), mistakes, "fix_shape")
    check_no_steps(student, rng, mistakes, "fix_shape")


@pytest.mark.exercise("fix_shape", weight=3)
def test_fix_shape_warnings(student, rng, mistakes):
    """fix_shape trains without causing a warning, and without silencing those of others."""
    runs, _ = repaired(student, rng, mistakes, "fix_shape")
    check_warnings(runs, mistakes)


@pytest.mark.exercise("fix_dtype", weight=7)
def test_fix_dtype_losses(student, rng, mistakes):
    """fix_dtype returns all losses of the full batch for float64 arrays, as Python floats, also where they rise."""
    for spread in (12.0, 3.0):
        repaired(student, rng, mistakes, "fix_dtype", spread=spread)
    repaired(student, rng, mistakes, "fix_dtype", rates=ABOVE_THE_LIMIT)


@pytest.mark.exercise("fix_dtype", weight=5)
def test_fix_dtype_line(student, rng, mistakes):
    """fix_dtype takes the model to the line where descent arrives after all the steps it is asked for, few or many."""
    check_line(*repaired(student, rng, mistakes, "fix_dtype"))
    check_every_step(student, rng, mistakes, "fix_dtype")


@pytest.mark.exercise("fix_dtype", weight=2)
def test_fix_dtype_left_over(student, rng, mistakes):
    """fix_dtype starts afresh: gradients that were left in the model before the call change nothing."""
    check_line(*repaired(student, rng, mistakes, "fix_dtype", left_over=True))


@pytest.mark.exercise("fix_dtype", weight=3)
def test_fix_dtype_in_place(student, rng, mistakes):
    """fix_dtype trains the model's own parameters, always float32, none with 0 steps, and leaves the arrays alone."""
    check_repaired_in_place(*repaired(student, rng, mistakes, "fix_dtype"), mistakes, "fix_dtype")
    check_no_steps(student, rng, mistakes, "fix_dtype")


@pytest.mark.exercise("fix_dtype", weight=3)
def test_fix_dtype_warnings(student, rng, mistakes):
    """fix_dtype trains without causing a warning, and without silencing those of others."""
    runs, _ = repaired(student, rng, mistakes, "fix_dtype")
    check_warnings(runs, mistakes)


@pytest.mark.exercise("fix_graph", weight=7)
def test_fix_graph_losses(student, rng, mistakes):
    """fix_graph returns the loss before each step as Python floats with all their digits, also where they rise."""
    for spread, unit in ((12.0, 1.0), (3.0, 1e-3)):  # the losses of the second are near a millionth
        repaired(student, rng, mistakes, "fix_graph", spread=spread, unit=unit)
    repaired(student, rng, mistakes, "fix_graph", rates=ABOVE_THE_LIMIT)


@pytest.mark.exercise("fix_graph", weight=5)
def test_fix_graph_line(student, rng, mistakes):
    """fix_graph returns its losses and takes the model to the line where descent arrives after all steps."""
    check_line(*repaired(student, rng, mistakes, "fix_graph"))
    check_every_step(student, rng, mistakes, "fix_graph")


@pytest.mark.exercise("fix_graph", weight=2)
def test_fix_graph_left_over(student, rng, mistakes):
    """fix_graph starts afresh: gradients that were left in the model before the call change nothing."""
    check_line(*repaired(student, rng, mistakes, "fix_graph", left_over=True))


@pytest.mark.exercise("fix_graph", weight=3)
def test_fix_graph_in_place(student, rng, mistakes):
    """fix_graph trains the model's own parameters, none of them with 0 steps, and leaves x and y as they were."""
    check_repaired_in_place(*repaired(student, rng, mistakes, "fix_graph"), mistakes, "fix_graph")
    check_no_steps(student, rng, mistakes, "fix_graph")


@pytest.mark.exercise("fix_graph", weight=3)
def test_fix_graph_warnings(student, rng, mistakes):
    """fix_graph trains without causing a warning, and without silencing those of others."""
    runs, _ = repaired(student, rng, mistakes, "fix_graph")
    check_warnings(runs, mistakes)


# compare_fits -------------------------------------------------------------------------------------------

COMPARE = (
    TOOLS
    + """
def probe(student, x, y, scipy_fitted, line):
    clean()
    model = Line(line)
    before = list(model.parameters())
    result = student.compare_fits(y, scipy_fitted, model, x)
    after = list(model.parameters())
    return {
        "result": result,
        "same": len(before) == len(after) and all(old is new for old, new in zip(before, after)),
        "parameters": [parameter.detach().clone() for parameter in after],
        "no_gradients": all(parameter.grad is None for parameter in after),
        "trainable": all(parameter.requires_grad for parameter in after),
        "arrays": [x, y, scipy_fitted],
    }
"""
)


@dataclass(frozen=True)
class Fits:
    """Points, the predictions of one fit, and the line of another."""

    x: np.ndarray
    y: np.ndarray
    scipy_fitted: np.ndarray
    line: np.ndarray

    @property
    def torch_fitted(self):
        """What the model predicts."""
        return self.line[0] * self.x + self.line[1]

    @property
    def sums(self):
        """Both sums of squared errors."""
        return {
            "scipy": float(np.sum((self.y - self.scipy_fitted) ** 2)),
            "torch": float(np.sum((self.y - self.torch_fitted) ** 2)),
        }


def two_fits(rng, off=(0.6, 1.0), scipy_off=0.0):
    """Draw points, a line that is off least squares, and predictions that are by `scipy_off`."""
    n = int(rng.integers(15, 40))
    x = singles(rng.uniform(-2, 1) + 9 * (rng.permutation(n) + rng.random(n)) / n)
    y = rng.uniform(2, 6) * x + rng.uniform(5, 12) + rng.normal(0, 1.5, size=n)
    best = np.polyfit(x, y, 1)
    line = singles(best + rng.uniform(*off) * rng.choice([-1.0, 1.0], size=2))
    return Fits(x, y, np.polyval(best, x) + scipy_off, line)


def swapped(sums):
    """Give each fit the other one's sum."""
    return {"scipy": sums["torch"], "torch": sums["scipy"]}


def value_of(got, name):
    """Read one of the values of a reply, whatever kind of number it is; for recognising only."""
    value = got["result"][name]
    return float(np.asarray(getattr(value, "array", value), dtype=float).reshape(()))


def fits_mistakes(fits):
    """Say how known mistakes show in a reply of compare_fits."""
    sums, n = fits.sums, len(fits.x)
    residuals = {"scipy": fits.y - fits.scipy_fitted, "torch": fits.y - fits.torch_fitted}
    best = np.polyval(np.polyfit(fits.x, fits.y, 1), fits.x)
    least = np.sum((fits.y - best) ** 2)

    def either(values):
        def recognised(got):
            return any(
                same(value_of(got, name), values(name)) and not same(value_of(got, name), sums[name])
                for name in sums
            )

        return recognised

    fitted = {"scipy": fits.scipy_fitted, "torch": fits.torch_fitted}
    return {
        "nothing_returned": lambda got: got["result"] is None,
        "broadcast": either(lambda name: np.sum((fits.y[:, None] - fitted[name]) ** 2)),
        "mean_for_sum": either(lambda name: sums[name] / n),
        "root_of_the_sum": either(lambda name: np.sqrt(sums[name])),
        "absolute_values": either(lambda name: np.sum(np.abs(residuals[name]))),
        "signed_sum": either(lambda name: np.sum(residuals[name]) ** 2),
        "swapped_keys": lambda got: (
            same([value_of(got, name) for name in ("torch", "scipy")], [sums["scipy"], sums["torch"]])
        ),
        "fitted_again": lambda got: not same(sums["scipy"], least) and same(value_of(got, "scipy"), least),
        "trained_on": lambda got: (
            not same(sums["torch"], least, close=0.05) and same(value_of(got, "torch"), least, close=0.05)
        ),
    }


def compared(student, fits):
    """Call compare_fits in a probe."""
    reply = student.probe(COMPARE, x=fits.x, y=fits.y, scipy_fitted=fits.scipy_fitted, line=fits.line.tolist())
    entries(reply, "result", "same", "parameters", "no_gradients", "trainable", "arrays")
    return reply


def check_sums(student, mistakes, fits, **more_mistakes):
    """Compare both sums with those computed in float64."""
    mistakes(**fits_mistakes(fits) | more_mistakes)
    reply = compared(student, fits)
    result = reply["result"]
    if not isinstance(result, dict):
        raise UnexpectedValue(f"It returned {describe(result)}; a dict with two numbers was expected.")
    assert set(result) == {"scipy", "torch"}, "expected these two keys"
    for name, wanted in fits.sums.items():
        assert number(result[name]) == pytest.approx(wanted, rel=CLOSE, abs=0)
    return reply


@pytest.mark.exercise("compare_fits", weight=8)
def test_compare_fits_sums(student, rng, mistakes):
    """compare_fits returns a dict with both sums of squared errors, each over n residuals."""
    for _ in range(2):
        check_sums(student, mistakes, two_fits(rng))


@pytest.mark.exercise("compare_fits", weight=4)
def test_compare_fits_either_may_win(student, rng, mistakes):
    """compare_fits judges the predictions it is given, also where the model's are the better ones."""
    check_sums(student, mistakes, two_fits(rng))

    fits = two_fits(rng, off=(0.05, 0.1), scipy_off=rng.uniform(2, 3))

    def in_the_other_order(got):
        return same(value_of(got, "torch"), fits.sums["scipy"])

    check_sums(student, mistakes, fits, network_is_worse=in_the_other_order, swapped_keys=lambda got: False)


@pytest.mark.exercise("compare_fits", weight=4)
def test_compare_fits_digits(student, rng, mistakes):
    """compare_fits computes both sums in float64, so they keep their digits where y is in millions."""
    check_sums(student, mistakes, two_fits(rng))

    # All predictions are whole numbers below 2 ** 24, which float32 holds exactly; y is not, and among
    # such numbers a float32 is a multiple of 1/2.
    n = int(rng.integers(15, 30))
    x = rng.permutation(60)[:n].astype(float)
    line = np.array([float(rng.integers(3, 9)), float(rng.integers(5_000_000, 7_000_000))])
    predictions = line[0] * x + line[1]
    y = predictions + rng.uniform(0.3, 0.4, size=n) * rng.choice([-1.0, 1.0], size=n)
    far = Fits(x, y, y + rng.uniform(0.06, 0.2, size=n), line)

    def off(got):
        return any(abs(value_of(got, name) / wanted - 1) > 1e-4 for name, wanted in far.sums.items())

    def rounded(got):
        return any(value_of(got, name) == round(wanted, k) for name, wanted in far.sums.items() for k in range(5))

    mistakes(float32_is_harmless=lambda got: off(got) and not rounded(got))
    check_sums(student, mistakes, far)


@pytest.mark.exercise("compare_fits", weight=3)
def test_compare_fits_model_unchanged(student, rng, mistakes):
    """compare_fits judges the model and leaves it alone: the same parameters, float32, trainable, no gradients."""
    fits = two_fits(rng)
    reply = check_sums(student, mistakes, fits)
    mistakes(
        model_made_double=lambda got: any(one.array.dtype == np.float64 for one in got["parameters"]),
        trained_on=lambda got: not same(raw_line([got]), fits.line) or not got["no_gradients"],
        model_frozen=lambda got: got["trainable"] is False,
    )
    assert reply["same"] is True
    assert reply["trainable"] is True
    assert reply["no_gradients"] is True, "the parameters hold gradients"
    assert all_float32(sequence(reply["parameters"]))
    assert np.array_equal(parameters_in(reply["parameters"]), fits.line)


@pytest.mark.exercise("compare_fits", weight=1)
def test_compare_fits_arguments_unchanged(student, rng, mistakes):
    """compare_fits returns both sums and leaves the arrays it is given as they were."""
    fits = two_fits(rng)
    reply = check_sums(student, mistakes, fits)
    mistakes(changed_arguments=lambda got: True)
    after = sequence(reply["arrays"])
    assert len(after) == 3
    for now, before in zip(after, (fits.x, fits.y, fits.scipy_fitted), strict=True):
        check_tensor_unchanged(now, before)
