"""The `student` that hidden tests talk to: sends calls into a session, brings plain values back."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from typing import Any

from autograder.expect import MOST_VALUES, UnexpectedValue, count
from autograder.model import Outcome
from autograder.replies import CellRun, Raised, Reply
from autograder.session import Session

_AFTER_A_TIME_OUT = 0.25  # share of the usual call time once an exercise has timed out

# A generator in a hidden test would turn the last two into an error of its own, which is the grader's fault.
_NOT_RERAISED = (Exception, StopIteration, StopAsyncIteration)


class StudentRaised(Exception):
    """The student's code raised; also an instance of the builtin exception that it raised."""

    raised: Raised
    sentence = ""


class StudentStopped(BaseException):
    """The call was stopped: time, memory, death or an impossible reply. No `pytest.raises` may catch it."""

    def __init__(self, outcome: Outcome, sentence: str) -> None:
        super().__init__(sentence)
        self.outcome = outcome
        self.sentence = sentence


def _as_exception(raised: Raised) -> StudentRaised:
    for name in raised.bases:
        kind = getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, Exception) and kind not in _NOT_RERAISED:
            try:
                error: StudentRaised = type(f"Student{name}", (StudentRaised, kind), {})(raised.text)
            except TypeError:  # UnicodeDecodeError and the like want other arguments
                continue
            error.raised = raised
            return error
    error = StudentRaised(raised.text)
    error.raised = raised
    return error


def _refuse_many(value: Any, what_it_did: str) -> None:  # noqa: ANN401
    """Refuse more values than a hidden test can want: what it did with them would take the grader's own time."""
    if count(value) > MOST_VALUES:
        raise UnexpectedValue(
            f"{what_it_did} more than {MOST_VALUES // 10**6} million values, which is far more than were asked for. "
            "Does each value meet each of the others somewhere, or does a loop not end?"
        )


class Student:
    """Attribute access gives a function that runs in the sandbox: `student.fit_line(x, y)`.

    One object serves one hidden test and remembers the values that came back, so that a failed test can be
    compared with known misconceptions. `exercise_runs` says what became of the cell that defines each name.
    """

    def __init__(
        self, session: Session, exercise_runs: Mapping[str, CellRun], clock: ExerciseClock, exercise: str
    ) -> None:
        self._session = session
        self._runs = exercise_runs
        self._clock = clock
        self._exercise = exercise
        self.replies: list[Any] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)

        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            return self._value(lambda: self._session.call(name, args, kwargs), name)

        return call

    def arguments_after(self, name: str, *args: Any, **kwargs: Any) -> list[Any]:  # noqa: ANN401
        """Call the notebook's `name` and return the positional arguments as they are afterwards."""
        reply = self._clock.timed(self._exercise, lambda: self._session.call(name, args, kwargs, echo=True))
        self._check(reply, name)
        after: list[Any] = reply.after if isinstance(reply.after, list) else []
        _refuse_many(after, "It left its arguments with")
        return after

    def get(self, name: str) -> Any:  # noqa: ANN401
        """Return the value that the notebook bound to `name`."""
        return self._value(lambda: self._session.get(name), name)

    def probe(self, source: str, **inputs: Any) -> Any:  # noqa: ANN401
        """Run `source`, which defines `probe(student, **inputs)`, in the sandbox and return its plain value."""
        return self._value(lambda: self._session.probe(source, inputs), self._exercise)

    def _value(self, ask: Callable[[], Reply], name: str) -> Any:  # noqa: ANN401
        reply = self._clock.timed(self._exercise, ask)
        self._check(reply, name)
        self.replies.append(reply.value)
        _refuse_many(reply.value, "It returned")
        return reply.value

    def _check(self, reply: Reply, name: str) -> None:
        if reply.outcome is Outcome.PASSED:
            return
        if reply.raised is None or reply.outcome is not Outcome.RAISED:
            raise StudentStopped(reply.outcome, reply.sentence)
        error = _as_exception(reply.raised)
        run = self._runs.get(name)
        if isinstance(error, NameError) and run is not None and f"{name!r} is not defined" in reply.raised.text:
            if run.outcome not in (Outcome.PASSED, Outcome.RAISED):
                raise StudentStopped(run.outcome, f"`{name}` was never defined. {run.sentence}")
            error.sentence = f"The notebook never defined `{name}`."
            if run.error:
                error.sentence = f"The cell of `{name}` stopped with {run.error}, so `{name}` was never defined."
        raise error


class ExerciseClock:
    """Keeps each exercise's hidden tests within their time, so that one endless loop is not paid for often."""

    def __init__(self, session: Session, seconds: float) -> None:
        self._session = session
        self._seconds = seconds
        self._used: dict[str, float] = {}
        self._timed_out: set[str] = set()
        self._latest = ""

    def timed(self, exercise: str, ask: Callable[[], Reply]) -> Reply:
        """Run `ask` on the exercise's time; refuse once that is used up."""
        if self._used.get(exercise, 0.0) >= self._seconds:
            return Reply(
                Outcome.TIMED_OUT,
                sentence=f"The hidden tests of this exercise used up their {self._seconds:g} s before this one.",
            )
        if exercise != self._latest:
            self._latest = exercise
            self._session.clear_away()  # what one exercise left running must not be there in another's time
        share = _AFTER_A_TIME_OUT if exercise in self._timed_out else 1.0
        with self._session.call_time_scaled(share):
            reply = ask()
        self._used[exercise] = self._used.get(exercise, 0.0) + reply.seconds
        if reply.outcome is Outcome.TIMED_OUT:
            self._timed_out.add(exercise)
        return reply
