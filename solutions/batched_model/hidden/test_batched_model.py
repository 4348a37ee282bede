"""Hidden tests of batched_model: three functions and a test that is tested, on fresh data every time.

Inputs are float64 unless a test says otherwise, come from the run's recorded seed, and never have the rows of
the notebook, so typed-in numbers fail. Every test that expects something to be refused also expects a right
answer first, so a function that always raises earns nothing.

Random outcomes. FALSE_FAIL bounds the chance that a right answer of minibatches fails its one statistical
test. The bounds on trained models are wide: TRAINED_WITHIN says how that was measured. Together a right submission
fails with a probability below 1e-4 per grading.
"""

import contextlib
import itertools
import random
from dataclasses import dataclass, replace

import numpy as np
import pytest
from scipy import stats

from autograder.expect import UnexpectedValue, array, describe, number, sequence, text
from autograder.protocol import TensorValue
from autograder.student import StudentRaised

FALSE_FAIL = 2e-5

# Largest eigenvalues and their inverses: eigvalsh, a singular value or a converged power iteration are right
# to 1e-9 and better; the mildest wrong formula tested here is off by 1e-3.
CLOSE = 1e-6

# A held-out error at most 7 % above that of least squares, at lr .07, 16 epochs and batches of 64, the last one
# of at least 32 rows. Over 3 000 trainings on 160 rows, the fewest that are tested so, the ratio was 1.0021 on
# average, 1.0448 in the worst thousandth and 1.0477 at most: the tail falls tenfold each .0108, so 1.07 is some
# two further decades out. Bounds of other tests of training are as far from what was seen, or farther.
TRAINED_WITHIN = 1.07


def a_seed(rng):
    """Draw a seed: for the generator that a probe hands to the student, or as an argument."""
    return int(rng.integers(2**31))


# minibatches --------------------------------------------------------------------------------------------

# Probes go through one epoch after another and return the batches of each, in their order. Each epoch gets data
# of its own, unless what becomes of them is the question, and a batch is copied as soon as it comes. At most
# `at_most` batches of an epoch are asked for, so an endless one ends here.
GO_THROUGH = """
def epoch(student, X, y, batch_size, rng, at_most, own=False):
    import copy
    import itertools

    if not own:
        X, y = copy.deepcopy(X), copy.deepcopy(y)
    batches = student.minibatches(X, y, batch_size, rng)
    try:
        found = iter(batches)  # what has only __getitem__ can be gone through as well
    except TypeError:
        if hasattr(batches, "__iter__"):
            raise
        return batches
    return [copy.deepcopy(batch) for batch in itertools.islice(found, at_most)]
"""

EPOCHS = (
    GO_THROUGH
    + """

def probe(student, seed, n_epochs, **inputs):
    import numpy as np

    rng = np.random.default_rng(seed)
    return [epoch(student, rng=rng, **inputs) for _ in range(n_epochs)]
"""
)

EPOCH_WITH_EACH = (
    GO_THROUGH
    + """

def probe(student, seeds, **inputs):
    import numpy as np

    return [epoch(student, rng=np.random.default_rng(seed), **inputs) for seed in seeds]
"""
)

# What each of the shared generators says next shows whether anybody has drawn from it or seeded it.
EPOCH_THEN_DRAWS = (
    GO_THROUGH
    + """

def probe(student, seed, shared_seed, **inputs):
    import random

    import numpy as np
    import torch

    np.random.seed(shared_seed)
    random.seed(shared_seed)
    torch.manual_seed(shared_seed)
    batches = epoch(student, rng=np.random.default_rng(seed), **inputs)
    return [batches, np.random.random_sample(4), [random.random() for _ in range(4)], torch.rand(4)]
"""
)

EPOCH_AND_ARRAYS = (
    GO_THROUGH
    + """

def probe(student, seed, **inputs):
    import numpy as np

    batches = epoch(student, rng=np.random.default_rng(seed), own=True, **inputs)
    return [batches, inputs["X"], inputs["y"]]
"""
)


@dataclass(frozen=True)
class Rows:
    """Rows with their targets, all of these different, and the size of the batches to make of them."""

    X: np.ndarray
    y: np.ndarray
    batch_size: int

    @classmethod
    def drawn(cls, rng, n, batch_size, width=5):
        """Draw n rows, no two alike, whose targets are no function of the rows."""
        return cls(rng.normal(size=(n, width)), rng.permutation(n) + rng.uniform(0, 0.9, size=n), batch_size)

    @property
    def sizes(self):
        """Return the sizes that the batches of one epoch should have."""
        full, rest = divmod(len(self.y), self.batch_size)
        return [self.batch_size] * full + [rest] * (rest > 0)

    @property
    def inputs(self):
        """Return what a probe is given."""
        return {"X": self.X, "y": self.y, "batch_size": self.batch_size, "at_most": 2 * len(self.sizes) + 3}


def split(reply, rows):
    """Take the batches of one epoch as pairs of arrays, each of matching length; their sizes are another test's."""
    if not isinstance(reply, list):
        wanted = "an iterable of batches, such as a generator,"
        raise UnexpectedValue(f"It returned {describe(reply)}; {wanted} was expected.")
    if len(reply) > 2 * len(rows.sizes) + 2:
        raise UnexpectedValue("It went on giving out batches after every row had had its turn.")
    batches = []
    for batch in reply:
        parts = batch if isinstance(batch, tuple | list) else None
        if parts is None or len(parts) != 2:
            raise UnexpectedValue(f"A batch is {describe(batch)}; a pair (X_batch, y_batch) was expected.")
        for part in parts:
            if not isinstance(part, np.ndarray):
                raise UnexpectedValue(f"A batch holds {describe(part)}; NumPy arrays were expected.")
        X_batch, y_batch = array(parts[0], (None, rows.X.shape[1])), array(parts[1], (None,))
        assert len(X_batch) == len(y_batch), "a batch has more rows than targets, or fewer"
        batches.append((X_batch, y_batch))
    if sum(len(y_batch) for _, y_batch in batches) > 3 * len(rows.y) + rows.batch_size:
        raise UnexpectedValue("It handed out more rows than there are, several times over.")
    return batches


def places(batches, rows):
    """Say which row of the data each row of the batches is, in order; fail for one that is none or was torn apart."""
    if not batches:
        return []
    X_seen = np.concatenate([X_batch for X_batch, _ in batches])
    y_seen = np.concatenate([y_batch for _, y_batch in batches])
    found = np.argmin(np.abs(y_seen[:, None] - rows.y[None, :]), axis=1)  # targets differ, also where rows don't
    # not np.allclose, which takes five times as long; a number that is not finite is not near enough here either
    X_error, y_error = np.abs(X_seen - rows.X[found]), np.abs(y_seen - rows.y[found])
    assert np.all(y_error <= 1e-4 * np.max(np.abs(rows.y))), "a target that is not among the data"
    assert np.all(X_error <= 1e-4 * np.max(np.abs(rows.X))), "a row with the target of another"
    return [int(place) for place in found]


def check_epoch(reply, rows):
    """Expect each row once, with its target; return the places in their order."""
    found = places(split(reply, rows), rows)
    assert sorted(found) == list(range(len(rows.y))), "a row is missing or came more than once"
    return found


def all_epochs(reply, count, rows):
    """Check what a probe returned that goes through more than one epoch."""
    replies = sequence(reply)
    assert len(replies) == count
    return [check_epoch(one, rows) for one in replies]


def ids(epoch, rows):
    """Return rows and targets of one raw epoch as places in the data, to recognise mistakes; raise if any is none."""
    X_seen = np.concatenate([np.asarray(X_batch) for X_batch, _ in epoch])
    y_seen = np.concatenate([np.asarray(y_batch) for _, y_batch in epoch])
    of_X = np.argmin(np.abs(X_seen[:, None, 0] - rows.X[None, :, 0]), axis=1)
    of_y = np.argmin(np.abs(y_seen[:, None] - rows.y[None, :]), axis=1)
    of_X = np.where(np.isclose(X_seen, rows.X[of_y], atol=1e-5).all(axis=1), of_y, of_X)  # some rows may be alike
    if not np.allclose(X_seen, rows.X[of_X], atol=1e-5) or not np.allclose(y_seen, rows.y[of_y], atol=1e-4):
        raise ValueError("these are no rows of the data")
    return of_X.tolist(), of_y.tolist()


def batching_mistakes(rows):
    """Say how known mistakes show in the first epoch that a probe returns."""
    n, everything = len(rows.y), list(range(len(rows.y)))

    def torn(got):
        of_X, of_y = ids(got[0], rows)
        return of_X != of_y and sorted(of_X) == everything == sorted(of_y)

    def repeated(got):
        of_X, _ = ids(got[0], rows)
        return len(set(of_X)) < len(of_X) < 1.9 * n  # more is an epoch without an end

    def tail(got):
        seen = len(ids(got[0], rows)[1])  # none, where these are rows of other data
        return seen == n - n % rows.batch_size < n and n % rows.batch_size > 0

    return {
        "nothing_returned": lambda got: got[0] is None,
        "torn_apart": torn,
        "drawn_again": repeated,
        "tail_dropped": tail,
    }


@pytest.mark.exercise("minibatches", weight=6)
def test_minibatches_value(student, rng, mistakes):
    """minibatches hands out each row once in an epoch, together with its own target."""
    # Stays although most other tests begin with the same call: it names the behaviour, and weighs most.
    batch_size = int(rng.integers(6, 11))
    rows = Rows.drawn(rng, batch_size * int(rng.integers(6, 10)), batch_size)
    mistakes(**batching_mistakes(rows))

    reply = student.probe(EPOCHS, seed=a_seed(rng), n_epochs=1, **rows.inputs)

    all_epochs(reply, 1, rows)


@pytest.mark.exercise("minibatches", weight=2)
def test_minibatches_sizes(student, rng, mistakes):
    """Every batch of minibatches has batch_size rows but the last, which has what is left and is never empty."""
    for rest in (0, 1, int(rng.integers(2, 6))):
        batch_size = np.int64(rng.integers(6, 11))
        rows = Rows.drawn(rng, int(batch_size) * int(rng.integers(4, 8)) + rest, int(batch_size))
        mistakes(**batching_mistakes(rows))

        reply = student.probe(EPOCHS, seed=a_seed(rng), n_epochs=1, **{**rows.inputs, "batch_size": batch_size})

        all_epochs(reply, 1, rows)
        assert [len(y_batch) for _, y_batch in split(sequence(reply)[0], rows)] == rows.sizes


@pytest.mark.exercise("minibatches", weight=1)
def test_minibatches_few_rows(student, rng, mistakes):
    """minibatches makes one batch of everything, in random order, of fewer rows than batch_size or as many."""
    for n, batch_size in ((int(rng.integers(3, 9)), 32), (1, 4), (7, 7)):
        rows = Rows.drawn(rng, n, batch_size)
        mistakes(
            **batching_mistakes(rows),
            not_shuffled=lambda got, rows=rows: all(ids(one, rows)[0] == list(range(len(rows.y))) for one in got),
        )

        seeds = rng.integers(2**31, size=12).tolist()
        reply = student.probe(EPOCH_WITH_EACH, seeds=seeds, **rows.inputs)

        orders = all_epochs(reply, len(seeds), rows)
        for one in sequence(reply):
            assert [len(y_batch) for _, y_batch in split(one, rows)] == [n]
        # That twelve right epochs of three rows agree has a chance of 3e-9.
        assert n == 1 or any(order != orders[0] for order in orders)


@pytest.mark.exercise("minibatches", weight=2)
def test_minibatches_new_order(student, rng, mistakes):
    """Each epoch of minibatches goes through the rows in a new order, also with the same generator."""
    batch_size = int(rng.integers(6, 11))
    rows = Rows.drawn(rng, batch_size * int(rng.integers(6, 10)), batch_size)
    mistakes(
        **batching_mistakes(rows),
        not_shuffled=lambda got: ids(got[0], rows)[0] == list(range(len(rows.y))),
        one_order=lambda got: ids(got[0], rows)[0] == ids(got[1], rows)[0],
    )

    reply = student.probe(EPOCHS, seed=a_seed(rng), n_epochs=3, **rows.inputs)

    # That two right epochs agree has a chance of 1 / 36!.
    epochs = [tuple(one) for one in all_epochs(reply, 3, rows)]
    assert len(set(epochs)) == 3


@pytest.mark.exercise("minibatches", weight=2)
def test_minibatches_any_company(student, rng, mistakes):
    """Which rows share a batch of minibatches is drawn anew: each pair meets as often as any other."""
    n, batch_size, n_epochs = 11, 4, 80
    rows = Rows.drawn(rng, n, batch_size)
    mistakes(**batching_mistakes(rows), same_company=lambda got: company(got, rows) > 0.42)

    seeds = rng.integers(2**31, size=n_epochs).tolist()
    reply = student.probe(EPOCH_WITH_EACH, seeds=seeds, **rows.inputs)

    orders = np.array(all_epochs(reply, n_epochs, rows))
    batch_of = np.arange(n) // batch_size
    where = np.empty_like(orders)  # where[epoch, row] is the number of the row's batch
    np.put_along_axis(where, orders, np.broadcast_to(batch_of, orders.shape), axis=1)
    counts = [(np.sum(where[:, row] == batch), size / n) for row in range(n) for batch, size in enumerate(rows.sizes)]
    together = sum(size * (size - 1) for size in rows.sizes) / (n * (n - 1))
    counts += [
        (np.sum(where[:, one] == where[:, other]), together) for one, other in itertools.combinations(range(n), 2)
    ]
    # Each count is binomial over the epochs. Bonferroni over all of them keeps the false fails below FALSE_FAIL.
    share = FALSE_FAIL / len(counts) / 2
    found, chances = np.array(counts).T
    each, which = np.unique(chances, return_inverse=True)
    least, most = stats.binom.ppf(share, n_epochs, each), stats.binom.isf(share, n_epochs, each)
    assert np.all((least[which] <= found) & (found <= most[which]))


def company(got, rows):
    """Say how many of the pairs that share a batch in the first epoch still do in later ones; chance gives a fourth."""

    def pairs(epoch):
        of_X, _ = ids(epoch, rows)
        batches = np.split(of_X, np.cumsum(rows.sizes)[:-1])
        return {pair for batch in batches for pair in itertools.combinations(sorted(batch.tolist()), 2)}

    first = pairs(got[0])
    return float(np.mean([len(first & pairs(later)) / len(first) for later in got[1:40]]))


@pytest.mark.exercise("minibatches", weight=2)
def test_minibatches_seed(student, rng, mistakes):
    """Generators with the same seed give minibatches the same order, and another seed gives another."""
    batch_size = int(rng.integers(6, 11))
    rows, seed = Rows.drawn(rng, batch_size * int(rng.integers(6, 10)), batch_size), a_seed(rng)
    mistakes(
        **batching_mistakes(rows),
        global_random_state=lambda got: ids(got[0], rows)[0] != ids(got[1], rows)[0],
        not_shuffled=lambda got: ids(got[0], rows)[0] == list(range(len(rows.y))),
        seed_is_universal=lambda got: all(ids(one, rows)[0] == ids(got[0], rows)[0] for one in got),
    )

    reply = student.probe(EPOCH_WITH_EACH, seeds=[seed, seed, seed + 1, seed + 2, seed + 3], **rows.inputs)

    first, again, *others = all_epochs(reply, 5, rows)
    assert first == again
    assert any(other != first for other in others)


@pytest.mark.exercise("minibatches", weight=1)
def test_minibatches_global_state(student, rng, mistakes):
    """minibatches leaves the random state that other code shares (NumPy's, Python's, torch's) alone."""
    rows, shared_seed = Rows.drawn(rng, 40, 8), a_seed(rng)
    wanted = first_draws(shared_seed)
    mistakes(
        global_random_state=lambda got: any(
            not np.allclose(getattr(said, "array", said), right) for said, right in zip(got[1:], wanted, strict=True)
        ),
        **batching_mistakes(rows),
    )

    reply = student.probe(EPOCH_THEN_DRAWS, seed=a_seed(rng), shared_seed=shared_seed, **rows.inputs)

    batches, *draws = sequence(reply, 4)
    check_epoch(batches, rows)
    for said, right in zip(draws, wanted, strict=True):
        assert np.allclose(array(said, (4,)), right, rtol=1e-9, atol=0)


def first_draws(seed):
    """Return four numbers that NumPy's, Python's and torch's shared generators draw first after a seed.

    torch draws from the generator that NumPy's RandomState is, and a float32 takes 24 of 32 bits.
    """
    python = random.Random(seed)
    words = np.frombuffer(np.random.RandomState(seed).bytes(16), dtype="<u4")
    return [
        np.random.RandomState(seed).random_sample(4), [python.random() for _ in range(4)],
        (words & 0xFFFFFF) / 2**24,
    ]


@pytest.mark.exercise("minibatches", weight=1)
def test_minibatches_exact(student, rng, mistakes):
    """minibatches hands rows and targets out with every digit that they came with."""
    rows = Rows.drawn(rng, 30, 8)
    mistakes(
        **batching_mistakes(rows),
        float32_is_harmless=lambda got: np.asarray(got[0][0][0]).dtype == np.float32,
    )

    reply = student.probe(EPOCHS, seed=a_seed(rng), n_epochs=1, **rows.inputs)

    (found,) = all_epochs(reply, 1, rows)
    batches = split(sequence(reply)[0], rows)
    assert np.array_equal(np.concatenate([X_batch for X_batch, _ in batches]), rows.X[found])
    assert np.array_equal(np.concatenate([y_batch for _, y_batch in batches]), rows.y[found])


@pytest.mark.exercise("minibatches", weight=1)
def test_minibatches_any_width(student, rng, mistakes):
    """minibatches works for rows of any width, a single column included, also where rows are alike."""
    for width in (1, 3, 8):
        rows = Rows.drawn(rng, 20, 6, width)
        mistakes(**batching_mistakes(rows))

        reply = student.probe(EPOCHS, seed=a_seed(rng), n_epochs=1, **rows.inputs)

        all_epochs(reply, 1, rows)

    alike = replace(rows, X=rng.integers(0, 2, size=(20, 2)).astype(float))
    mistakes(**batching_mistakes(alike), rows_merged=lambda got: len(ids(got[0], alike)[1]) <= 4)
    reply = student.probe(EPOCHS, seed=a_seed(rng), n_epochs=1, **alike.inputs)
    all_epochs(reply, 1, alike)


@pytest.mark.exercise("minibatches", weight=1)
def test_minibatches_lists(student, rng, mistakes):
    """minibatches takes lists, X as a list of rows, and hands them out as it does arrays."""
    rows = Rows.drawn(rng, 30, 8)
    mistakes(**batching_mistakes(rows))

    inputs = {**rows.inputs, "X": rows.X.tolist(), "y": rows.y.tolist()}
    reply = student.probe(EPOCHS, seed=a_seed(rng), n_epochs=1, **inputs)

    all_epochs(reply, 1, rows)


@pytest.mark.exercise("minibatches", weight=1)
def test_minibatches_arguments_unchanged(student, rng, mistakes):
    """minibatches hands every row out and leaves X and y in the order in which they came."""
    rows = Rows.drawn(rng, 40, 8)
    mistakes(
        changed_arguments=lambda got: not np.array_equal(got[1], rows.X) or not np.array_equal(got[2], rows.y),
        **batching_mistakes(rows),
    )

    reply = student.probe(EPOCH_AND_ARRAYS, seed=a_seed(rng), **rows.inputs)

    batches, *after = sequence(reply, 3)
    check_epoch(batches, rows)
    check_as_before(after, (rows.X, rows.y))
    with lists_may_be_refused():
        as_lists = {**rows.inputs, "X": rows.X.tolist(), "y": rows.y.tolist()}
        reply = student.probe(EPOCH_AND_ARRAYS, seed=a_seed(rng), **as_lists)
        check_as_before(sequence(reply, 3)[1:], (rows.X, rows.y))


def lists_may_be_refused():
    """Let an answer that raises for lists pass: whether they are taken is another test's matter."""
    return contextlib.suppress(StudentRaised)


def check_as_before(after, before):
    """Expect arrays, or lists that were arrays, to hold what they held."""
    for now, wanted in zip(after, before, strict=True):
        try:
            found = array(now, wanted.shape)
        except UnexpectedValue:  # it would tell of what was returned, and this was handed in
            found = None
        assert found is not None
        assert np.array_equal(found, wanted)


# max_sum_learning_rate ----------------------------------------------------------------------------------


def with_ones(X):
    """Return X as float64 with a column of ones."""
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, np.ones(len(X))])


def limit(X, batch_size):
    """Return the limit, from the largest singular value, and what known mistakes give in its place."""
    n = len(X)
    design, bare = with_ones(X), np.asarray(X, dtype=float)

    def top(matrix):
        return np.linalg.norm(matrix, 2) ** 2

    def all_of(matrix):
        return np.linalg.eigvalsh(matrix.T @ matrix / n)

    diagonal = np.sum(design**2, axis=0) / n
    right = n / top(design) / batch_size
    known = {
        "nothing_returned": None,
        "batch_size_leaves_lr": right * batch_size,
        "batch_size_turned_over": right * batch_size**2,
        "ones_left_out": n / top(bare) / batch_size,
        "half_of_the_hessian": [2 * right, right / 2],
        "all_rows_for_a_batch": [right / n, right * batch_size / n],
        "limit_of_the_flat_direction": 1 / (max(all_of(design)[0], 1e-300) * batch_size),
        "diagonal_for_eigenvalue": [1 / (part * batch_size) for part in (diagonal.max(), diagonal.sum())],
        "limit_turned_over": [1 / right, top(design) / n],
        "first_rows_for_all": len(design[:batch_size]) / top(design[:batch_size]) / batch_size,
    }
    return right, known


def near(*wanted):
    """Recognise a number that is close to one of several."""
    return lambda got: any(got == pytest.approx(one, rel=1e-6, abs=0) for one in wanted)


def check_limit(student, mistakes, X, batch_size, **more_mistakes):
    """Compare the student's max_sum_learning_rate with the right one."""
    right, known = limit(X, batch_size)
    found = {}
    for name, wanted in known.items():
        if wanted is None:
            found[name] = lambda got: got is None
        else:
            far = [one for one in np.ravel(wanted) if abs(one / right - 1) > 5e-6]
            found[name] = near(*far)
    mistakes(**more_mistakes, **found)
    assert number(student.max_sum_learning_rate(X, batch_size)) == pytest.approx(right, rel=CLOSE, abs=0)


def columns_near(rng, n, middles):
    """Draw rows around the middles, a fifth of each up and down."""
    return np.asarray(middles) * (1 + 0.2 * rng.normal(size=(n, len(middles))))


def raw_rows(rng, n=None):
    """Draw rows of five columns on unlike scales, one of them large."""
    middles = rng.uniform([0.2, 20, 0.002, 1, -30], [0.9, 90, 0.01, 3, -10])
    return columns_near(rng, n or int(rng.integers(40, 90)), middles)[:, rng.permutation(5)]


@pytest.mark.exercise("max_sum_learning_rate", weight=7)
def test_max_sum_learning_rate_value(student, rng, mistakes):
    """max_sum_learning_rate is the limit at which a summed loss over a batch stops being stable."""
    # Stays although every other test begins in the same way: it names the behaviour, and weighs most.
    check_limit(student, mistakes, raw_rows(rng), int(rng.integers(5, 30)))
    # Small columns, so that the ones decide, and all columns alike, so that no column alone decides.
    check_limit(student, mistakes, columns_near(rng, 60, rng.uniform(0.5, 1, size=5)), int(rng.integers(5, 30)))


@pytest.mark.exercise("max_sum_learning_rate", weight=4)
def test_max_sum_learning_rate_batch_size(student, rng, mistakes):
    """max_sum_learning_rate shrinks as the batch grows, from a batch of one to a batch of every row."""
    X = raw_rows(rng)

    for batch_size in (1, 3, np.int64(rng.integers(5, 30)), len(X)):
        check_limit(student, mistakes, X, batch_size)


@pytest.mark.exercise("max_sum_learning_rate", weight=2)
def test_max_sum_learning_rate_centred(student, rng, mistakes):
    """max_sum_learning_rate counts the intercept's column of ones also where it is the largest of all."""
    # Stays although others fail with it: without the ones nearly all tests fail, and here they are what decides.
    X = raw_rows(rng)
    X = (X - X.mean(axis=0)) / np.abs(X).max(axis=0)

    check_limit(student, mistakes, X, int(rng.integers(5, 30)))
    check_limit(student, mistakes, X / 1e6, int(rng.integers(5, 30)))


@pytest.mark.exercise("max_sum_learning_rate", weight=1)
def test_max_sum_learning_rate_units(student, rng, mistakes):
    """max_sum_learning_rate is right to six digits, and in any unit, from millionths to millions."""
    # Stays although who fails here fails elsewhere too: units are part of the contract, and this names them.
    X = raw_rows(rng)

    for unit in (1.0, 1e-6, 1e6):
        check_limit(student, mistakes, X * unit, int(rng.integers(5, 30)))
    # Here the largest eigenvalues are near each other, and a few rounds of power iteration have not arrived.
    check_limit(student, mistakes, rng.normal(size=(80, 5)), int(rng.integers(5, 30)))
    # The columns' means are exactly 0, and theirs is the largest eigenvalue.
    check_limit(student, mistakes, np.kron(rng.normal(0, 3, size=(7, 5)), [[-1.0], [1.0]]), int(rng.integers(5, 30)))


@pytest.mark.exercise("max_sum_learning_rate", weight=2)
def test_max_sum_learning_rate_any_shape(student, rng, mistakes):
    """max_sum_learning_rate works for any number of columns, and for fewer rows than columns."""
    for n, width in ((50, 1), (50, 2), (60, 9), (3, 5), (1, 5)):
        X = columns_near(rng, n, rng.uniform(1, 30, size=width))
        check_limit(student, mistakes, X, int(rng.integers(5, 30)))


@pytest.mark.exercise("max_sum_learning_rate", weight=1)
def test_max_sum_learning_rate_lists(student, rng, mistakes):
    """max_sum_learning_rate takes a list of rows and gives the same limit as for an array."""
    check_limit(student, mistakes, raw_rows(rng).tolist(), int(rng.integers(5, 30)))


@pytest.mark.exercise("max_sum_learning_rate", weight=2)
def test_max_sum_learning_rate_number_types(student, rng, mistakes):
    """max_sum_learning_rate computes in float64, also for integer and float32 arrays whose squares overflow."""
    X = raw_rows(rng)
    mistakes(on_raise={"float32_is_harmless": "ValueError"})  # LinAlgError is one

    too_large = (X * 1e25).astype(np.float32)
    for narrow in (too_large, (X * 1e4).astype(np.int32)):
        check_limit(
            student, mistakes, narrow, int(rng.integers(5, 30)),
            float32_is_harmless=lambda got: got == 0 or not np.isfinite(got),
        )


@pytest.mark.exercise("max_sum_learning_rate", weight=1)
def test_max_sum_learning_rate_arguments_unchanged(student, rng, mistakes):
    """max_sum_learning_rate gives the right limit and leaves the rows it is given as they were."""
    X = raw_rows(rng)

    check_limit(student, mistakes, X, 8)
    mistakes(changed_arguments=lambda got: True)
    after = student.arguments_after("max_sum_learning_rate", X, 8)
    check_as_before(sequence(after, 2)[:1], [X])
    with lists_may_be_refused():
        after = student.arguments_after("max_sum_learning_rate", X.tolist(), 8)
        check_as_before(sequence(after, 2)[:1], [X])


# train_five_features ------------------------------------------------------------------------------------

# What probes return is predictions. `predict` itself cannot leave the sandbox; where there is none, what came in
# its place is returned.
TRAIN = """
def trained(student, X, y, settings):
    import numpy as np

    return student.train_five_features(np.array(X), np.array(y), **settings)


def predictions(predict, rows):
    import copy

    return predict(copy.deepcopy(rows)) if callable(predict) else predict
"""

PREDICT = (
    TRAIN
    + """

def probe(student, X, y, settings, rows):
    predict = student.train_five_features(X, y, **settings)
    return predictions(predict, rows)
"""
)

PREDICT_FOR_EACH = (
    TRAIN
    + """

def probe(student, X, targets, all_settings, rows):
    return [
        predictions(trained(student, X, y, settings), rows) for y in targets for settings in all_settings
    ]
"""
)

PREDICT_PARTS = (
    TRAIN
    + """

def probe(student, X, y, settings, parts):
    predict = trained(student, X, y, settings)
    return [predictions(predict, part) for part in parts]
"""
)

PREDICT_AFTER_ANOTHER = (
    TRAIN
    + """

def probe(student, X, y, X_other, y_other, settings, rows):
    predict = trained(student, X, y, settings)
    before = predictions(predict, rows)
    before = before.copy() if hasattr(before, "copy") else before
    trained(student, X_other, y_other, settings)
    return [before, predictions(predict, rows)]
"""
)

PREDICT_AND_ARRAYS = (
    TRAIN
    + """

def probe(student, X, y, settings, rows):
    predict = student.train_five_features(X, y, **settings)
    return [predict(rows) if callable(predict) else predict, X, y, rows]
"""
)

# Counts the backward passes, and the numbers that the first of them has a gradient for. Everything that
# differentiates in torch (backward, autograd.grad, func.grad) goes through this one function, looked up by its
# name when it is called, so it does not matter how a notebook has imported what it uses.
PREDICT_COUNTED = (
    TRAIN
    + """

def count_leaves(roots):
    seen, waiting, count = set(), [root.grad_fn for root in roots], 0
    while waiting:
        node = waiting.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        count += node.variable.numel() if hasattr(node, "variable") else 0
        waiting += [following for following, _ in node.next_functions]
    return count


def probe(student, X, y, settings, rows):
    import torch

    engine = torch.autograd._engine_run_backward
    leaves = []

    def counted(roots, *args, **kwargs):
        try:
            leaves.append(0 if leaves else count_leaves(roots))
        except Exception:
            leaves.append(0)
        return engine(roots, *args, **kwargs)

    torch.autograd._engine_run_backward = counted
    try:
        predict = trained(student, X, y, settings)
    finally:
        torch.autograd._engine_run_backward = engine
    return [predictions(predict, rows), len(leaves), leaves[0] if leaves else 0]
"""
)


def orthonormal_columns(drawn):
    """Return columns like those drawn, of mean 0, standard deviation 1 and no correlation."""
    columns, _ = np.linalg.qr(drawn - drawn.mean(axis=0))
    return columns * np.sqrt(len(drawn))


@dataclass(frozen=True)
class Problem:
    """Rows to train on, with their targets, and rows held out."""

    X: np.ndarray
    y: np.ndarray
    X_held_out: np.ndarray
    y_held_out: np.ndarray

    @classmethod
    def drawn(cls, rng, n, held_out=1000, *, beside=True, noise=1.0):
        """Draw n rows of columns on unlike scales; targets depend on all five, with noise.

        Rows held out lie half a standard deviation beside the others, so who standardises them by themselves errs;
        or they have the very same means and standard deviations, so that it makes no difference.
        """
        deviation = rng.normal(size=(n + held_out, 5))
        if beside:
            deviation[n:] += 0.5 * rng.choice([-1.0, 1.0], size=5)
        else:
            train, others = deviation[:n], deviation[n:]
            deviation[n:] = train.mean(0) + train.std(0) * (others - others.mean(0)) / others.std(0)
        return cls.with_deviation(rng, n, deviation, noise)

    @classmethod
    def orthonormal(cls, rng, n, held_out, *, noise):
        """Draw n rows, none far from the others, whose columns have no correlation, and the same of those held out."""
        parts = [orthonormal_columns(rng.uniform(-1, 1, size=(size, 5))) for size in (n, held_out)]
        return cls.with_deviation(rng, n, np.concatenate(parts), noise)

    @classmethod
    def with_deviation(cls, rng, n, deviation, noise):
        """Draw scales and targets for rows of which it is known how far they are from the columns' middles."""
        middles = np.array([0.5, 80.0, 0.004, 0.5, 0.8]) * rng.uniform(0.5, 2, size=5)
        X = middles * (1 + 0.2 * deviation)
        weights = rng.choice([-1.0, 1.0], size=5) * rng.uniform(0.7, 2.5, size=5)
        errors = noise * rng.uniform(0.8, 1.2) * rng.normal(size=len(X))
        y = rng.uniform(6, 14) + deviation @ weights + errors
        return cls(X[:n], y[:n], X[n:], y[n:])

    def with_columns(self, change):
        """Return the same targets for rows of changed columns."""
        return Problem(change(self.X), self.y, change(self.X_held_out), self.y_held_out)

    @property
    def mean(self):
        """Return the columns' means."""
        return self.X.mean(axis=0)

    @property
    def sd(self):
        """Return the columns' standard deviations, 1 for a constant column."""
        sd = self.X.std(axis=0)
        return np.where(sd < 1e-12 * np.maximum(np.abs(self.mean), 1e-300), 1, sd)

    def best(self, rows):
        """Return what least squares predicts for other rows."""
        weights = np.linalg.lstsq(with_ones((self.X - self.mean) / self.sd), self.y)[0]
        return with_ones((rows - self.mean) / self.sd) @ weights


# Enough for tests that need a model that has learned something, and not a good one: over 6 000 trainings of 64 rows
# predictions were off those of least squares by .02 of their spread on average, and by .09 at most.
QUICK = {"batch_size": 32, "epochs": 6, "lr": 0.2}


def settings_of(rng, **changed):
    """Return the settings at which the bounds are stated, with a seed of their own."""
    return {"batch_size": 64, "epochs": 16, "lr": 0.07, "seed": a_seed(rng), **changed}


def predicted(reply, n):
    """Take n predictions from a reply, whatever their shape and kind: those are a test of their own."""
    if isinstance(reply, TensorValue):
        reply = reply.array
    if isinstance(reply, np.ndarray) and reply.size == n:
        reply = reply.reshape(n)
    return array(reply, (n,))


def is_finite(got):
    """Say whether every prediction of a raw reply is finite."""
    return bool(np.all(np.isfinite(predicted(got, np.size(getattr(got, "array", got))))))


def training_mistakes(problem, rows):
    """Say how known mistakes show in the predictions for rows."""
    n = len(rows)
    best = problem.best(rows)
    weights = np.linalg.lstsq(with_ones((problem.X - problem.mean) / problem.sd), problem.y)[0]
    y_mean, y_sd = problem.y.mean(), problem.y.std()
    own = (rows - rows.mean(axis=0)) / np.where(rows.std(axis=0) < 1e-12, 1, rows.std(axis=0))

    def size(errors):
        return np.sqrt(np.mean(errors**2))

    def like(wanted):
        return lambda got: np.std(predicted(got, n) - wanted) < 0.15 * np.std(wanted)

    def one_level(got):  # nearer than what other scales, or losses that pull less, have learned by then
        found = predicted(got, n)
        return np.std(found) < 0.06 * np.std(best) and np.abs(np.mean(found) - y_mean) < 0.2 * y_sd

    return {
        "nothing_returned": lambda got: got is None,
        "not_finite": lambda got: not is_finite(got),
        "mean_for_every_row": lambda got: np.ptp(predicted(got, n)) == 0,
        "raw_rows_predicted": lambda got: like(with_ones(rows) @ weights)(got) and not like(best)(got),
        "broadcast": one_level,
        "left_in_other_units": lambda got: (
            np.std(predicted(got, n) * y_sd + y_mean - best) < 0.15 * np.std(best)
            and np.abs(np.mean(predicted(got, n))) < 0.5
        ),
        "rows_standardised_apart": lambda got: (
            size(predicted(got, n) - best) > 0.1 * np.std(best)
            and size(predicted(got, n) - with_ones(own) @ weights) < 0.05 * np.std(best)
        ),
    }


# What torch raises for two types in one product, for instance.
STOPPED = {"never_ran": "RuntimeError"}


def check_held_out(student, rng, mistakes, problem, **changed):
    """Expect a held-out error near that of least squares."""
    rows, y = problem.X_held_out, problem.y_held_out
    mistakes(on_raise=STOPPED, **training_mistakes(problem, rows))

    reply = student.probe(PREDICT, X=problem.X, y=problem.y, settings=settings_of(rng, **changed), rows=rows)

    found = predicted(reply, len(y))
    assert np.all(np.isfinite(found)), "predictions that are not finite"
    assert np.mean((y - found) ** 2) <= TRAINED_WITHIN * np.mean((y - problem.best(rows)) ** 2)


def check_learned(found, problem, rows):
    """Expect predictions to have learned something: for tests that are about something else.

    The bound is wide, so that steps of the wrong length lose the points that are about steps, and no others.
    """
    best = problem.best(rows)
    if not np.all(np.isfinite(found)):
        raise UnexpectedValue("Predictions are not finite, so this could not be seen.")
    if len(best) > 1 and np.std(found - best) >= 0.9 * np.std(best):
        raise UnexpectedValue("Predictions have too little to do with the targets for this to be seen.")


def ragged(rng, batches):
    """Choose a number of rows: so many batches of 64, and a last one of 32 to 63 rows."""
    return 64 * batches + int(rng.integers(32, 64))


@pytest.mark.exercise("train_five_features", weight=6)
def test_train_five_features_held_out(student, rng, mistakes):
    """On rows it has not seen, the trained model errs at most 7 % more than least squares does."""
    check_held_out(student, rng, mistakes, Problem.drawn(rng, ragged(rng, 2)))


@pytest.mark.exercise("train_five_features", weight=2)
def test_train_five_features_shape(student, rng, mistakes):
    """predict returns one number a row as a NumPy array of shape (n,), for one row and for many."""
    problem = Problem.drawn(rng, 64, held_out=200, beside=False)
    parts = [problem.X_held_out[:n] for n in (200, 1)]

    reply = student.probe(
        PREDICT_PARTS, X=problem.X, y=problem.y, settings=settings_of(rng, **QUICK), parts=parts
    )

    for found, part in zip(sequence(reply, len(parts)), parts, strict=True):
        if not isinstance(found, np.ndarray):
            raise UnexpectedValue(f"predict returned {describe(found)}; a NumPy array of shape (n,) was expected.")
        check_learned(predicted(found, len(part)), problem, part)
        array(found, (len(part),))


@pytest.mark.exercise("train_five_features", weight=3)
def test_train_five_features_scales(student, rng, mistakes):
    """Training works for whole-number targets, in any unit, in any order of columns, and with a column at 1000."""
    problem = Problem.drawn(rng, ragged(rng, 2))
    order, units = rng.permutation(5), 10.0 ** rng.uniform(-2, 2, size=5)
    there, tiny = (int(np.flatnonzero(order == k)[0]) for k in (1, 2))
    units[tiny] = 2e-7 / problem.X[:, 2].std()  # varies by less than guesses of what is as good as constant

    def moved(X):
        X = X[:, order] * units
        X[:, there] = 1000 + (X[:, there] - problem.X[:, 1].mean() * units[there]) / units[there] / 80
        return X

    problem = problem.with_columns(moved)
    check_held_out(
        student, rng, mistakes,
        Problem(problem.X, np.rint(problem.y).astype(np.int64), problem.X_held_out, np.rint(problem.y_held_out)),
    )


@pytest.mark.exercise("train_five_features", weight=2)
def test_train_five_features_types(student, rng, mistakes):
    """train_five_features and predict take whole numbers, float32 and lists, to the same effect as float64 arrays."""
    # So few steps that other scales, or other first weights, make a difference.
    problem, settings = Problem.drawn(rng, 48, held_out=50), settings_of(rng, **QUICK)
    # Whole numbers that float32 holds as well, so that every kind of number is the same number.
    X, rows = (np.rint(100 * (part / problem.mean - 1)) for part in (problem.X, problem.X_held_out))
    y = np.rint(10 * problem.y)
    whole = Problem(X, y, rows, np.rint(10 * problem.y_held_out))
    mistakes(**training_mistakes(whole, rows))

    found = [
        predicted(student.probe(PREDICT, X=kind(X), y=kind(y), settings=settings, rows=kind(rows)), len(rows))
        for kind in (np.array, np.int64, np.float32, np.ndarray.tolist)
    ]

    check_learned(found[0], whole, rows)
    for other in found[1:]:
        assert np.allclose(other, found[0], rtol=0, atol=1e-3 * np.std(y))


@pytest.mark.exercise("train_five_features", weight=2)
def test_train_five_features_constant_column(student, rng, mistakes):
    """A column that is the same number in every row does no harm: predictions stay finite, and sensible."""
    # NumPy's standard deviation of such a column is exactly 0 at one of these levels, and hardly more at the other.
    columns, levels = rng.choice(5, size=2, replace=False), [float(rng.choice([0.0, 7.0])), 0.1]

    def levelled(X):
        X = X.copy()
        X[:, columns] = levels
        return X

    varied = Problem.drawn(rng, 64, held_out=100, beside=False)
    problem, settings = varied.with_columns(levelled), settings_of(rng, **QUICK)
    rows = problem.X_held_out
    # Set once this test has failed: whether what is trained where all columns vary is finite.
    finite_elsewhere = []
    mistakes(
        on_raise=STOPPED,
        constant_column=lambda got: finite_elsewhere == [True] and not is_finite(got),
        **training_mistakes(problem, rows),
    )

    reply = student.probe(PREDICT, X=problem.X, y=problem.y, settings=settings, rows=rows)

    try:
        check_learned(predicted(reply, len(rows)), problem, rows)
    except AssertionError:
        reply = student.probe(PREDICT, X=varied.X, y=varied.y, settings=settings, rows=varied.X_held_out)
        with contextlib.suppress(AssertionError, TypeError, ValueError):  # no predictions at all, or not so many
            finite_elsewhere.append(is_finite(reply))
        raise


@pytest.mark.exercise("train_five_features", weight=1)
def test_train_five_features_few_rows(student, rng, mistakes):
    """train_five_features also trains on fewer rows than batch_size, with one batch an epoch."""
    check_held_out(student, rng, mistakes, Problem.drawn(rng, 40), batch_size=64, epochs=20, lr=0.3)


@pytest.mark.exercise("train_five_features", weight=1)
def test_train_five_features_last_row(student, rng, mistakes):
    """A last batch of a single row is a step like all others: it is neither left out nor takes a shorter one."""
    # The last batch is one of 25 rows here, so the level is one of the targets. Four of them have a mean so near to one
    # with a chance of 1e-3; float32 is off by 1e-5.
    X, y = level_rows(rng, 25)
    mistakes(nothing_returned=lambda got: got is None, not_finite=lambda got: not is_finite(got))

    settings = {**LAST_BATCH, "seed": a_seed(rng), "epochs": 1}
    reply = student.probe(PREDICT, X=X, y=y, settings=settings, rows=X[:3])

    level = predicted(reply, 3)[0]
    assert np.isfinite(level), "predictions that are not finite"
    assert np.min(np.abs(y - level)) < 2e-4


@pytest.mark.exercise("train_five_features", weight=2)
def test_train_five_features_small_batches(student, rng, mistakes):
    """A row is standardised in the same way in every batch, so batches of two rows learn the same weights."""
    # Two numbers standardised by themselves are always plus and minus the same, and what is learned is too small. It
    # may come out near by chance, so there are two trainings. Columns are orthonormal and without far rows, at which
    # steps this long overshoot: over 10 000 right trainings the distance was .014 on average, .042 in the worst
    # thousandth and .06 at most.
    for _ in range(2):
        problem = Problem.orthonormal(rng, 32, held_out=100, noise=0.15)
        rows, level, best = problem.X_held_out, problem.y.mean(), problem.best(problem.X_held_out)

        whole = []  # set once the batches of two have failed: what one batch of everything learns

        def apart(got, best=best, level=level, whole=whole):
            small = predicted(got, 100)
            slope = np.dot(small - level, best - level) / np.dot(best - level, best - level)
            return 0.4 < slope < 0.97 and np.sqrt(np.mean((whole[0] - best) ** 2)) < 0.1 * np.std(best)

        mistakes(not_finite=lambda got: not is_finite(got), batches_standardised_apart=apart)

        settings = settings_of(rng, batch_size=2, epochs=2, lr=0.07)
        reply = student.probe(PREDICT, X=problem.X, y=problem.y, settings=settings, rows=rows)

        found = predicted(reply, 100)
        if not np.all(np.isfinite(found)) or np.std(found - best) >= 0.1 * np.std(best):
            settings = settings_of(rng, batch_size=32, epochs=12, lr=0.3)
            whole.append(predicted(student.probe(PREDICT, X=problem.X, y=problem.y, settings=settings, rows=rows), 100))
        assert np.all(np.isfinite(found)), "predictions that are not finite"
        assert np.std(found - best) < 0.1 * np.std(best)


# Training is affine in the targets while seed, rows and batches stay the same. Train twice, on targets and on their
# mirror image about their mean, and the difference of the predictions is free of the first weights, however they
# were drawn, and whether or not the targets were standardised too. Columns are orthonormal here, so without batches
# that difference shrinks towards that of least squares by the factor 1 - 2 lr in every direction at once.


@dataclass(frozen=True)
class Mirrored:
    """Rows with orthonormal columns, on unlike scales, and two sets of targets: one mirrors the other."""

    X: np.ndarray
    y: np.ndarray
    z: np.ndarray

    @classmethod
    def drawn(cls, rng, n, size=100.0, noise=30.0):
        """Draw n rows; `size` is that of the weights."""
        z = orthonormal_columns(rng.normal(size=(n, 5)))
        weights = rng.choice([-1.0, 1.0], size=5) * rng.uniform(0.4, 4, size=5) * size
        y = rng.uniform(3, 6) * size + z @ weights + noise * rng.normal(size=n)
        middles = np.array([0.5, 80.0, 0.004, 0.5, 0.8])
        return cls(middles * (1 + 0.2 * z), y, z)

    @property
    def targets(self):
        """Return both sets of targets."""
        return [self.y, 2 * self.y.mean() - self.y]

    @property
    def weights(self):
        """Return the weights of least squares, in standard units."""
        return self.z.T @ (self.y - self.y.mean()) / len(self.y)

    def learned(self, one, mirrored):
        """Return the weights that two sets of predictions for the rows themselves differ by."""
        difference = (predicted(one, len(self.y)) - predicted(mirrored, len(self.y))) / 2
        assert np.all(np.isfinite(difference)), "predictions that are not finite"
        return self.z.T @ (difference - difference.mean()) / len(self.y)

    def progress(self, one, mirrored):
        """Return which share of the way to least squares was gone, and how far from that way the weights are."""
        learned = self.learned(one, mirrored)
        share = float(learned @ self.weights / (self.weights @ self.weights))
        return share, float(np.linalg.norm(learned - share * self.weights) / np.linalg.norm(self.weights))


def share_gone(lr, steps):
    """Return how much of the way plain descent goes in so many steps along orthonormal columns."""
    return 1 - (1 - 2 * lr) ** steps


def share_with_momentum(lr, steps, momentum):
    """Return the same for steps that keep a velocity."""
    left, velocity = 1.0, 0.0
    for _ in range(steps):
        velocity = momentum * velocity + 2 * left
        left -= lr * velocity
    return 1 - left


OWN_RATES = (0.01, 0.02, 0.03, 0.1, 0.2, 0.3)  # that a student may have typed in


def step_mistakes(mirrored, lr, epochs, batches, n):
    """Say how known mistakes show in the share of the way that was gone."""
    steps = epochs * batches

    def share(got):
        return mirrored.progress(got[0], got[1])[0]

    def gone(*wanted, within=0.02):
        def came_there(got):
            share, aside = mirrored.progress(got[0], got[1])
            near = any(abs(share - one) < within * max(1, abs(one)) for one in wanted)
            return near and aside < 0.1 * max(1, abs(share))

        return came_there

    def same_size(got):
        learned = mirrored.learned(got[0], got[1])
        sizes, signs = np.abs(learned), np.sign(learned * mirrored.weights)
        _, aside = mirrored.progress(got[0], got[1])
        return sizes.min() > 0.7 * sizes.max() and signs.min() > 0 and aside > 0.2 * abs(share(got))

    found = {
        "nothing_returned": lambda got: got[0] is None,
        "not_finite": lambda got: not is_finite(got[0]),
        "adam_needs_no_tuning": same_size,
    }
    if batches > 1:
        found["one_step_an_epoch"] = gone(share_gone(lr, epochs), within=0.05)
    else:
        found["closed_form_for_training"] = lambda got: abs(share(got) - 1) < 1e-3 < abs(share_gone(lr, steps) - 1) / 30
    if steps > 20 or share_gone(lr, steps) > 0.99:  # whatever goes too fast has arrived
        return found
    if batches == 1:
        found["sum_changes_only_printout"] = gone(share_gone(lr * n, steps))
    return {
        **found,
        "zero_grad_is_housekeeping": gone(share_with_momentum(lr, steps, 1.0)),
        "momentum_added": gone(*[share_with_momentum(lr, steps, momentum) for momentum in (0.3, 0.5, 0.8, 0.9, 0.95)]),
        "half_of_the_loss": gone(share_gone(lr / 2, steps), within=0.01),
        "settings_ignored": gone(*[share_gone(one, steps) for one in OWN_RATES if one != lr], within=0.01),
    }


def check_progress(student, rng, mistakes, mirrored, batch_size, epochs, lr, within, **more_mistakes):
    """Expect weights to be on the way to least squares, as far as that many plain steps bring them."""
    n = len(mirrored.y)
    batches = -(-n // batch_size)
    # A share of the way says something about the settings that it was gone at, and nothing at others.
    under_judgement = []

    def here(shows):
        return lambda got: got is under_judgement[0] and shows(got)

    known = {**step_mistakes(mirrored, lr, epochs, batches, n), **more_mistakes}
    mistakes(on_raise=STOPPED, **{name: here(shows) for name, shows in known.items()})
    settings = settings_of(rng, batch_size=batch_size, epochs=epochs, lr=lr)

    reply = student.probe(
        PREDICT_FOR_EACH, X=mirrored.X, targets=mirrored.targets, all_settings=[settings], rows=mirrored.X
    )

    under_judgement.append(reply)
    one, other = sequence(reply, 2)
    share, aside = mirrored.progress(one, other)
    assert share == pytest.approx(share_gone(lr, epochs * batches), abs=within)
    assert aside < 3 * within
    under_judgement.clear()


@pytest.mark.exercise("train_five_features", weight=3)
def test_train_five_features_steps(student, rng, mistakes):
    """Each step moves each weight by lr times the derivative of the batch's mean squared error, and no further."""
    # Standard deviations may be those of the population or of the sample, which is worth .006 here.
    n = int(rng.integers(51, 70))
    # Over twenty epochs a rate that is lowered by a hundredth in each leaves .03 of the way to go.
    for lr, epochs in ((0.05, 5), (0.2, 1), (0.04, 20)):
        check_progress(student, rng, mistakes, Mirrored.drawn(rng, n), n, epochs, lr, within=0.015)
    # These arrive, whatever the standard deviation is, but for a weight decay: one of .01 stays .005 away.
    check_progress(student, rng, mistakes, Mirrored.drawn(rng, n), n, 6, 0.4, within=0.002)


@pytest.mark.exercise("train_five_features", weight=3)
def test_train_five_features_batches(student, rng, mistakes):
    """Each epoch makes one step for each batch, the short last one included."""
    # Batches differ, so the share of the way that is gone varies a little with their order. Half of the rate is none
    # that a student would have typed in.
    for batch_size, n in ((8, 40), (16, 46)):
        check_progress(student, rng, mistakes, Mirrored.drawn(rng, n), batch_size, 3, 0.025, within=0.08)


@pytest.mark.exercise("train_five_features", weight=2)
def test_train_five_features_every_epoch(student, rng, mistakes):
    """Training goes on for as many epochs as were asked for, also when the loss hardly falls any more, or rises."""
    # Beyond the limit each step leaves the weights further away, on the other side: 1.6 times as far or, with the
    # standard deviation of the sample, 1.55 times. Who stops there after an epoch or two is 4 or more away from that.
    n, lr, epochs = int(rng.integers(50, 70)), 1.3, 4
    rising = Mirrored.drawn(rng, n)

    def earlier(got):
        share, _ = rising.progress(got[0], got[1])
        return any(abs(share - share_gone(lr * part, k)) < 0.02 for k in (2, 3) for part in (1, 1 - 1 / n))

    check_progress(student, rng, mistakes, rising, n, epochs, lr, within=1.2, more_epochs_overfit=earlier)

    # The columns explain little here, so the loss falls by a few ten-thousandths of itself a step, one in each epoch.
    n, epochs = int(rng.integers(50, 70)), 105
    level = Mirrored.drawn(rng, n, size=0.15, noise=3.0)
    mistakes(
        not_finite=lambda got: not is_finite(got[0]),
        more_epochs_overfit=lambda got: isinstance(got[1], int) and 0 < got[1] < epochs,
    )

    settings = settings_of(rng, batch_size=n, epochs=epochs, lr=0.002)
    reply = student.probe(PREDICT_COUNTED, X=level.X, y=level.y, settings=settings, rows=level.X)

    found, passes, _ = sequence(reply, 3)
    assert np.all(np.isfinite(predicted(found, n))), "predictions that are not finite"
    # No pass at all is another test's matter.
    assert number(passes) == 0 or number(passes) >= epochs


# With five constant columns only the intercept learns, and at lr = .5 one step brings it to the mean of its batch. So
# what is predicted is the mean target of the last batch of all, and says which rows were in it.
LAST_BATCH = {"batch_size": 4, "lr": 0.5}


def level_rows(rng, n=24):
    """Draw rows that are all alike, and targets that are not."""
    return np.tile(rng.integers(1, 9, size=5).astype(float), (n, 1)), rng.uniform(10, 30, size=n)


def is_of_a_batch(level, y):
    """Say whether a level may be the mean target of a batch, as it is where the intercept learns from batches."""
    return y.min() < level < y.max() and level != pytest.approx(np.mean(y), rel=1e-4)


@pytest.mark.exercise("train_five_features", weight=2)
def test_train_five_features_new_order(student, rng, mistakes):
    """Each epoch of training goes through the rows in a new order."""
    X, y = level_rows(rng)
    seed = a_seed(rng)
    mistakes(
        not_finite=lambda got: not is_finite(got[0]),
        not_shuffled=lambda got: got[0][0] == pytest.approx(np.mean(y[-4:]), rel=1e-5),
        one_order=lambda got: got[0][0] == pytest.approx(got[1][0], rel=1e-4) and is_of_a_batch(got[0][0], y),
    )

    reply = student.probe(
        PREDICT_FOR_EACH, X=X, targets=[y], rows=X[:3],
        all_settings=[{**LAST_BATCH, "seed": seed, "epochs": epochs} for epochs in (1, 2, 3)],
    )

    # Two right epochs end with the same four of 24 rows with a chance of 1e-4; three with one of 1e-8.
    levels = [predicted(one, 3)[0] for one in sequence(reply, 3)]
    assert np.all(np.isfinite(levels)), "predictions that are not finite"
    assert np.ptp(levels) > 1e-4


@pytest.mark.exercise("train_five_features", weight=2)
def test_train_five_features_seed(student, rng, mistakes):
    """The same seed gives the same predictions, and another seed gives others."""
    # 0 is a seed as well: `if seed:` and `seed or 1` take it for none.
    problem = Problem.drawn(rng, 40, held_out=20)
    mistakes(
        not_finite=lambda got: not is_finite(got[0]),
        unseeded=lambda got: not np.array_equal(predicted(got[0], 20), predicted(got[1], 20)),
        seed_is_universal=lambda got: np.array_equal(predicted(got[0], 20), predicted(got[2], 20)),
    )

    reply = student.probe(
        PREDICT_FOR_EACH, X=problem.X, targets=[problem.y], rows=problem.X_held_out,
        all_settings=[settings_of(rng, batch_size=8, epochs=2, seed=one) for one in (0, 0, 1)],
    )

    first, again, other = (predicted(one, 20) for one in sequence(reply, 3))
    assert np.all(np.isfinite(first)), "predictions that are not finite"
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.exercise("train_five_features", weight=1)
def test_train_five_features_seed_of_the_order(student, rng, mistakes):
    """Another seed makes other batches, and not only other first weights."""
    X, y = level_rows(rng)
    mistakes(
        not_finite=lambda got: not is_finite(got[0]),
        not_shuffled=lambda got: got[0][0] == pytest.approx(np.mean(y[-4:]), rel=1e-5),
        seed_is_universal=lambda got: got[0][0] == pytest.approx(got[1][0], rel=1e-4) and is_of_a_batch(got[0][0], y),
    )

    reply = student.probe(
        PREDICT_FOR_EACH, X=X, targets=[y], rows=X[:3],
        all_settings=[{**LAST_BATCH, "seed": a_seed(rng), "epochs": 1} for _ in range(3)],
    )

    # Three right trainings end with the same four of 24 rows with a chance of 1e-8.
    levels = [predicted(one, 3)[0] for one in sequence(reply, 3)]
    assert np.all(np.isfinite(levels)), "predictions that are not finite"
    assert np.ptp(levels) > 1e-4


@pytest.mark.exercise("train_five_features", weight=3)
def test_train_five_features_row_by_row(student, rng, mistakes):
    """What predict says about a row does not depend on the rows that are asked about with it."""
    problem = Problem.drawn(rng, 64, held_out=40)
    rows = problem.X_held_out
    mistakes(
        not_finite=lambda got: not is_finite(got[0]),
        rows_standardised_apart=lambda got: (
            not is_finite(got[1]) or np.abs(predicted(got[1], 1)[0] - problem.y.mean()) < 0.1 * problem.y.std()
        ) and np.std(predicted(got[0], 40)) > 0.3 * problem.y.std(),
    )

    reply = student.probe(
        PREDICT_PARTS, X=problem.X, y=problem.y, settings=settings_of(rng, **QUICK),
        parts=[rows, rows[:1], rows[5:7], problem.mean + 3 * (rows - problem.mean)],
    )

    together, alone, two, _ = sequence(reply, 4)
    together = predicted(together, 40)
    spread = np.std(problem.y)
    check_learned(together, problem, rows)
    assert np.allclose(predicted(alone, 1), together[:1], rtol=0, atol=1e-3 * spread)
    assert np.allclose(predicted(two, 2), together[5:7], rtol=0, atol=1e-3 * spread)


@pytest.mark.exercise("train_five_features", weight=1)
def test_train_five_features_autograd(student, rng, mistakes):
    """Every step takes its gradient from torch's autograd."""
    problem, steps = Problem.drawn(rng, 64, held_out=100), 2 * QUICK["epochs"]
    mistakes(
        no_autograd=lambda got: got[1] == 0,
        not_finite=lambda got: not is_finite(got[0]),
        too_few_passes=lambda got: got[1] < steps,
    )

    reply = student.probe(
        PREDICT_COUNTED, X=problem.X, y=problem.y, settings=settings_of(rng, **QUICK), rows=problem.X_held_out
    )

    found, passes, _ = sequence(reply, 3)
    check_learned(predicted(found, 100), problem, problem.X_held_out)
    assert number(passes) >= steps


@pytest.mark.exercise("train_five_features", weight=2)
def test_train_five_features_one_layer(student, rng, mistakes):
    """The model is linear: six numbers are trained, and predictions change by equal amounts for equal changes."""
    problem = Problem.drawn(rng, 64, held_out=8)
    rows, step = problem.X_held_out, 2 * problem.sd * rng.choice([-1.0, 1.0], size=5)
    ladder = np.concatenate([rows + k * step for k in (-2, -1, 0, 1, 2)])

    def bends(got):
        levels = predicted(got[0], len(ladder)).reshape(5, 8)
        return np.max(np.abs(np.diff(levels, n=2, axis=0))) > 0.01 * np.std(problem.y)

    mistakes(
        not_finite=lambda got: not is_finite(got[0]),
        one_linear_is_two_layers=lambda got: got[2] > 6,
    )

    reply = student.probe(
        PREDICT_COUNTED, X=problem.X, y=problem.y, settings=settings_of(rng, **QUICK), rows=ladder
    )

    found, passes, leaves = sequence(reply, 3)
    levels = predicted(found, len(ladder))
    check_learned(levels, problem, ladder)
    assert not bends([levels])
    assert number(passes) == 0 or number(leaves) <= 6


@pytest.mark.exercise("train_five_features", weight=1)
def test_train_five_features_two_models(student, rng, mistakes):
    """A second training leaves the predictions of the first as they were."""
    one, other = Problem.drawn(rng, 64, held_out=50), Problem.drawn(rng, 64, held_out=1)
    mistakes(
        not_finite=lambda got: not is_finite(got[0]),
        shared_by_both=lambda got: not np.allclose(predicted(got[0], 50), predicted(got[1], 50)),
    )

    reply = student.probe(
        PREDICT_AFTER_ANOTHER, X=one.X, y=one.y, X_other=other.X, y_other=other.y,
        settings=settings_of(rng, **QUICK), rows=one.X_held_out,
    )

    before, after = (predicted(part, 50) for part in sequence(reply, 2))
    check_learned(before, one, one.X_held_out)
    assert np.array_equal(before, after)


@pytest.mark.exercise("train_five_features", weight=1)
def test_train_five_features_arguments_unchanged(student, rng, mistakes):
    """Training and predicting leave the arrays that they are given as they were."""
    problem = Problem.drawn(rng, 64, held_out=50)
    mistakes(
        changed_arguments=lambda got: (
            not np.array_equal(got[1], problem.X) or not np.array_equal(got[2], problem.y)
            or not np.array_equal(got[3], problem.X_held_out)
        ),
        not_finite=lambda got: not is_finite(got[0]),
    )

    reply = student.probe(
        PREDICT_AND_ARRAYS, X=problem.X, y=problem.y, settings=settings_of(rng, **QUICK),
        rows=problem.X_held_out,
    )

    found, *after = sequence(reply, 4)
    check_learned(predicted(found, 50), problem, problem.X_held_out)
    before = problem.X, problem.y, problem.X_held_out
    check_as_before(after, before)
    with lists_may_be_refused():
        X, y, rows = (part.tolist() for part in before)
        reply = student.probe(PREDICT_AND_ARRAYS, X=X, y=y, settings=settings_of(rng, **QUICK), rows=rows)
        check_as_before(sequence(reply, 4)[1:], before)


# check_sse ----------------------------------------------------------------------------------------------

# A candidate goes through six steps: input, shapes, sizes, errors, powers, total. Every candidate, right or wrong, is
# the same code in the sandbox and differs in six numbers, whose meaning is drawn anew for each hidden test. So
# nothing there says which is right; what a test makes of it comes back, and is judged here.
STEPS = {
    # input
    "anything": "    return np.asarray(y, dtype=float), np.asarray(f, dtype=float)",
    "as_promised": """
    for part in (y, f):
        if not isinstance(part, np.ndarray):
            raise TypeError("kind")
        if part.size == 0 or not np.isfinite(part).all():
            raise ValueError("values")
    return np.asarray(y, dtype=float), np.asarray(f, dtype=float)""",
    # shapes
    "both_flat": """
    for part in (y, f):
        if part.ndim not in (1, 2) or (part.ndim == 2 and part.shape[1] != 1):
            raise ValueError("shape")
    return y.reshape(-1), f.reshape(-1)""",
    "raveled": "    return y.ravel(), f.ravel()",
    "flat_where_y_is": "    return (y.ravel(), f.ravel()) if y.ndim == 2 else (y, f)",
    "flat_where_f_is": "    return (y.ravel(), f.ravel()) if f.ndim == 2 else (y, f)",
    "one_of_them_flat": "    return (y[:, 0], f) if y.ndim == 2 else (y, f[:, 0] if f.ndim == 2 else f)",
    "second_flat": "    return y, f.reshape(-1)",
    "first_flat": "    return y.reshape(-1), f",
    "as_they_come": "    return y, f",
    "flat_where_sizes_agree": """
    if len(y) == len(f):
        return y.ravel(), f.ravel()
    if 1 in (len(y), len(f)):
        raise ValueError("size")
    return y, f""",
    "vectors_only": """
    if y.ndim != 1 or f.ndim != 1:
        raise ValueError("shape")
    return y, f""",
    # sizes
    "equal": """
    if len(y) != len(f):
        raise ValueError("size")
    return y, f""",
    "cut": "    return y[: len(f)], f[: len(y)]",
    "filled": """
    n = max(len(y), len(f))
    return np.pad(y, (0, n - len(y))), np.pad(f, (0, n - len(f)))""",
    "stretched": """
    if len(y) != len(f) and 1 not in (len(y), len(f)):
        raise ValueError("size")
    return np.broadcast_arrays(y, f)""",
    "first_cut": """
    if len(y) < len(f):
        raise ValueError("size")
    return y[: len(f)], f""",
    "second_cut": """
    if len(f) < len(y):
        raise ValueError("size")
    return y, f[: len(y)]""",
    "first_stretched": """
    if len(y) not in (1, len(f)):
        raise ValueError("size")
    return np.broadcast_to(y, f.shape), f""",
    "second_stretched": """
    if len(f) not in (1, len(y)):
        raise ValueError("size")
    return y, np.broadcast_to(f, y.shape)""",
    "repeated": "    return np.resize(y, max(len(y), len(f))), np.resize(f, max(len(y), len(f)))",
    "index_error": """
    if len(y) != len(f):
        raise IndexError("size")
    return y, f""",
    "type_error": """
    if len(y) != len(f):
        raise TypeError("size")
    return y, f""",
    # errors
    "difference": "    return y - f, None",
    "reverse_difference": "    return f - y, None",
    "all_but_last": "    return (y - f)[:-1], None",
    "all_but_first": "    return (y - f)[1:], None",
    # powers
    "square": "    return y * y, None",
    "second_power": "    return np.power(y, 2), None",
    "size": "    return np.abs(y), None",
    "kept": "    return y, None",
    # totals
    "array_sum": "    return float(np.sum(y))",
    "numpy_scalar": "    return y.ravel().sum()",
    "loop": """
    total = 0.0
    for part in y.ravel().tolist():
        total += part
    return total""",
    "exact_sum": "    return math.fsum(y.ravel().tolist())",
    "in_torch": "    return torch.from_numpy(np.ascontiguousarray(y)).sum().item()",
    "product": "    return float(np.ones(y.size) @ y.ravel())",
    "norm_again": "    return float(np.linalg.norm(np.sqrt(y)) ** 2)",
    "mean": "    return float(np.mean(y))",
    "half": "    return float(np.sum(y) / 2)",
    "one_less": "    return float(np.sum(y) / max(y.size - 1, 1))",
    "root": "    return float(np.sqrt(np.sum(y)))",
    "of_the_mean": "    return float(np.sqrt(np.mean(y)))",
    "squared": "    return float(np.sum(y) ** 2)",
    "mean_squared": "    return float(y.size * np.mean(y) ** 2)",
    "nothing": "    return 0.0",
    "largest": "    return float(np.max(y))",
}

RIGHT = {
    f"right, {total}": ("both_flat", "equal", difference, power, total)
    for difference, power, total in (
        ("difference", "square", "array_sum"),
        ("reverse_difference", "second_power", "numpy_scalar"),
        ("difference", "square", "loop"),
        ("difference", "second_power", "exact_sum"),
        ("reverse_difference", "square", "in_torch"),
        ("difference", "square", "product"),
        ("difference", "square", "norm_again"),
    )
} | {
    # What nobody promised may be refused, or not.
    "right, any shape": ("raveled", "equal", "difference", "square", "array_sum"),
    "right, nothing else": ("as_promised", "both_flat", "equal", "difference", "square", "array_sum"),
}

WRONG_EVERYWHERE = {
    "mean": ("both_flat", "equal", "difference", "square", "mean"),
    "half": ("both_flat", "equal", "difference", "square", "half"),
    "variance": ("both_flat", "equal", "difference", "square", "one_less"),
    "root": ("both_flat", "equal", "difference", "square", "root"),
    "root of the mean": ("both_flat", "equal", "difference", "square", "of_the_mean"),
    "absolute": ("both_flat", "equal", "difference", "size", "array_sum"),
    "signed": ("both_flat", "equal", "difference", "kept", "array_sum"),
    "signed, squared": ("both_flat", "equal", "difference", "kept", "squared"),
    "square of the mean": ("both_flat", "equal", "difference", "kept", "mean_squared"),
    "zero": ("both_flat", "equal", "difference", "square", "nothing"),
    "largest": ("both_flat", "equal", "difference", "square", "largest"),
}
TABLES = {
    "table": ("as_they_come", "equal", "difference", "square", "array_sum"),
    "mean of the table": ("as_they_come", "equal", "difference", "square", "mean"),
}
ONE_SIDE = {
    "only fitted flattened": ("second_flat", "equal", "difference", "square", "array_sum"),
    "only y flattened": ("first_flat", "equal", "difference", "square", "array_sum"),
    "no columns": ("vectors_only", "equal", "difference", "square", "array_sum"),
    "table of vector and column": ("flat_where_y_is", "equal", "difference", "square", "array_sum"),
    "table of column and vector": ("flat_where_f_is", "equal", "difference", "square", "array_sum"),
    "table of two columns": ("one_of_them_flat", "equal", "difference", "square", "array_sum"),
}
ANY_SIZE = {
    "cut": ("both_flat", "cut", "difference", "square", "array_sum"),
    "filled": ("both_flat", "filled", "difference", "square", "array_sum"),
    "repeated": ("both_flat", "repeated", "difference", "square", "array_sum"),
    "observations left over": ("both_flat", "first_cut", "difference", "square", "array_sum"),
    "predictions left over": ("both_flat", "second_cut", "difference", "square", "array_sum"),
}
ONE_FITS_ALL = {
    "stretched": ("both_flat", "stretched", "difference", "square", "array_sum"),
    "observation stretched": ("both_flat", "first_stretched", "difference", "square", "array_sum"),
    "prediction stretched": ("both_flat", "second_stretched", "difference", "square", "array_sum"),
}
TABLE_OF_OTHER_SIZES = {
    "table of other sizes": ("flat_where_sizes_agree", "anything", "difference", "square", "array_sum"),
}
OTHER_ERRORS = {
    "IndexError": ("both_flat", "index_error", "difference", "square", "array_sum"),
    "TypeError": ("both_flat", "type_error", "difference", "square", "array_sum"),
}
POINTS_LEFT_OUT = {
    "all but the last": ("both_flat", "equal", "all_but_last", "square", "array_sum"),
    "all but the first": ("both_flat", "equal", "all_but_first", "square", "array_sum"),
}

CHECK = """
import math

import numpy as np
import torch

{steps}

STEPS = [{names}]


def implementation(numbers):
    def candidate(y, fitted):
        values = y, fitted
        for number in numbers:
            values = STEPS[number](*values) if number != numbers[-1] else STEPS[number](values[0])
        return values

    return candidate


def verdict(student, candidate):
    check = student.check_sse
    try:
        returned = check(candidate)
    except BaseException:  # what pytest.raises complains with is no Exception
        return "raised"
    return "returned nothing" if returned is None else "returned something"


def probe(student, candidates):
    return [verdict(student, implementation(numbers)) for numbers in candidates]
"""


def judged(student, rng, candidates):
    """Have the student's test judge candidates, in random order; return what each led to."""
    used = {step for steps in candidates.values() for step in in_full(steps)}
    needed = [name for name in STEPS if name in used]
    numbered = {name: int(number) for name, number in zip(needed, rng.permutation(len(needed)), strict=True)}
    in_order = sorted(needed, key=numbered.__getitem__)
    totals = list(STEPS)[list(STEPS).index("array_sum") :]
    source = CHECK.format(
        steps="\n\n".join(
            f"def step_{numbered[name]}({'y' if name in totals else 'y, f'}{'=None' * (name not in totals)}):\n"
            + STEPS[name].strip("\n")
            for name in in_order
        ),
        names=", ".join(f"step_{number}" for number in range(len(needed))),
    )
    names = [list(candidates)[place] for place in rng.permutation(len(candidates))]
    reply = student.probe(source, candidates=[[numbered[step] for step in in_full(candidates[name])] for name in names])
    return {name: text(said) for name, said in zip(names, sequence(reply, len(names)), strict=True)}


def in_full(steps):
    """Put the first step in front of the others, where it is the usual one."""
    return steps if len(steps) == 6 else ("anything", *steps)


def check_verdicts(student, rng, mistakes, wrong, *, right=2, misses=None, last_missed=None):
    """Expect the student's test to reject each of `wrong`, and to accept the right ones among them.

    `misses` is the misconception where any of them got through; `last_missed`, where the last one alone did.
    """
    # Whoever accepts half of the sum, too, has missed more than the wrong ones that a test is about.
    control = {} if misses is None else {"half": WRONG_EVERYWHERE["half"]}
    verdicts = {}

    def all_are(said):
        return lambda got: set(verdicts.values()) == {said}

    def only_these(got):
        return verdicts["half"] == "raised" and any(verdicts[name] != "raised" for name in wrong)

    mistakes(
        verdict_returned=lambda got: "raised" not in verdicts.values() and "returned something" in verdicts.values(),
        test_of_everything=all_are("raised"),
        test_of_nothing=all_are("returned nothing"),
    )
    def only_the_last(got):
        *others, last = (verdicts[name] for name in wrong)
        return verdicts["half"] == "raised" and last != "raised" and all(one == "raised" for one in others)

    if last_missed is not None:
        mistakes(**{last_missed: only_the_last})
    if misses is not None:
        mistakes(**{misses: only_these})
    mistakes(right_one_rejected=lambda got: any(verdicts[name] == "raised" for name in verdicts if name in RIGHT))
    # The first ones of the right, always: which of them are there must not decide a verdict.
    verdicts.update(judged(student, rng, {**dict(itertools.islice(RIGHT.items(), right)), **wrong, **control}))
    for name in verdicts.keys() - control.keys():
        assert (verdicts[name] == "raised") == (name in wrong), f"{name}: {verdicts[name]}"
    return verdicts


@pytest.mark.exercise("check_sse", weight=4)
def test_check_sse_accepts_right_ones(student, rng, mistakes):
    """check_sse accepts every right implementation, however it is written, and rejects one that always says 0."""
    zero = {"zero": WRONG_EVERYWHERE["zero"]}

    check_verdicts(student, rng, mistakes, zero, right=len(RIGHT))


@pytest.mark.exercise("check_sse", weight=4)
def test_check_sse_other_formula(student, rng, mistakes):
    """check_sse rejects implementations that compute something else than the sum of the squared errors."""
    check_verdicts(student, rng, mistakes, WRONG_EVERYWHERE)


@pytest.mark.exercise("check_sse", weight=4)
def test_check_sse_table(student, rng, mistakes):
    """check_sse rejects implementations that make a table of a vector and a column."""
    check_verdicts(student, rng, mistakes, TABLES, misses="tables_missed")


@pytest.mark.exercise("check_sse", weight=2)
def test_check_sse_either_side(student, rng, mistakes):
    """check_sse rejects implementations that go wrong for one combination of vector and column, or for a few."""
    check_verdicts(student, rng, mistakes, ONE_SIDE, misses="one_side_only")


@pytest.mark.exercise("check_sse", weight=2)
def test_check_sse_sizes(student, rng, mistakes):
    """check_sse rejects implementations that give a number for different numbers of observations and predictions."""
    # Stays although whoever fails here fails for a single value or a kind of error too: it names the behaviour.
    check_verdicts(student, rng, mistakes, ANY_SIZE, misses="sizes_missed")


@pytest.mark.exercise("check_sse", weight=1)
def test_check_sse_single_value(student, rng, mistakes):
    """check_sse rejects what NumPy does to other sizes without a word: a single value or a column that is stretched."""
    check_verdicts(
        student, rng, mistakes, {**ONE_FITS_ALL, **TABLE_OF_OTHER_SIZES},
        misses="single_value_missed", last_missed="columns_of_other_sizes_missed",
    )


@pytest.mark.exercise("check_sse", weight=1)
def test_check_sse_kind_of_error(student, rng, mistakes):
    """check_sse rejects implementations that refuse different sizes with another error than ValueError."""
    check_verdicts(student, rng, mistakes, OTHER_ERRORS, misses="any_error_will_do")


@pytest.mark.exercise("check_sse", weight=1)
def test_check_sse_points_left_out(student, rng, mistakes):
    """check_sse rejects implementations that leave the first or the last point out."""
    check_verdicts(student, rng, mistakes, POINTS_LEFT_OUT, misses="error_of_zero")


@pytest.mark.exercise("check_sse", weight=1)
def test_check_sse_returns_nothing(student, rng, mistakes):
    """check_sse returns None where it has nothing to complain about, and raises where it has."""
    verdicts = check_verdicts(student, rng, mistakes, {"mean": WRONG_EVERYWHERE["mean"]})

    assert "returned something" not in verdicts.values()
