"""The frozen records that travel: `Outcome`, `TestResult`, `CellScore`, `SubmissionReport`; to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

FORMAT_VERSION = 1


class Outcome(StrEnum):
    """What became of one hidden test."""

    PASSED = "passed"
    FAILED = "failed"
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    OUT_OF_MEMORY = "out_of_memory"
    SKIPPED = "skipped"


class Status(StrEnum):
    """What became of one submission: `needs_review` is our fault, `unreadable` is the student's file."""

    GRADED = "graded"
    UNREADABLE = "unreadable"
    NEEDS_REVIEW = "needs_review"


@dataclass(frozen=True)
class TestResult:
    """The outcome of one hidden test.

    `message` is for the student and `detail` for the instructor alone. `ours` marks a fault of the
    grader's (the test itself crashed): such a result is evidence of nothing and never becomes a score.
    `seconds` is how long it took, the student's code included, or None where that is not known.
    """

    __test__ = False  # pytest: a record, not a test class

    name: str
    exercise: str
    weight: float
    outcome: Outcome
    message: str
    misconception: str | None = None
    detail: str = ""
    ours: bool = False
    seconds: float | None = None


@dataclass(frozen=True)
class CellScore:
    """One exercise's score out of its grade cell's points, and the tests it rests on."""

    id: str
    score: float
    max_score: float
    tests: tuple[TestResult, ...]
    reason: str = ""
    needs_review: bool = False


@dataclass(frozen=True)
class SubmissionReport:
    """Everything one grading found out about one submission.

    `student` is empty where no gradebook is involved. `seed` reproduces the hidden inputs. `repairs` are
    sentences for student and instructor, `flags` for the instructor alone, `reason` says why there is no grade.
    """

    assignment: str
    submission_status: Status
    exercises: tuple[CellScore, ...]
    flags: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    reason: str = ""
    student: str = ""
    seed: int = 0
    digest: str = ""
    seconds: float = 0.0

    @property
    def score(self) -> float:
        """Points won over all exercises that are graded automatically."""
        return float(sum(exercise.score for exercise in self.exercises))

    @property
    def max_score(self) -> float:
        """Points that could be won over all exercises that are graded automatically."""
        return float(sum(exercise.max_score for exercise in self.exercises))

    def to_contract(self) -> dict[str, Any]:
        """Return the object that `autograder run --json` prints: no seed, no detail, nothing hidden."""
        contract: dict[str, Any] = {
            "format_version": FORMAT_VERSION,
            "assignment": self.assignment,
            "submission_status": self.submission_status.value,
            "score": self.score,
            "max_score": self.max_score,
            "flags": list(self.flags),
            "exercises": [
                {
                    "id": cell.id,
                    "score": cell.score,
                    "max_score": cell.max_score,
                    "tests": [
                        {
                            "name": test.name,
                            "outcome": test.outcome.value,
                            "message": test.message,
                            "misconception": test.misconception,
                        }
                        for test in cell.tests
                    ],
                }
                for cell in self.exercises
            ],
        }
        if self.repairs:
            contract["repairs"] = list(self.repairs)
        if self.reason:
            contract["reason"] = self.reason
        return contract

    def to_json(self) -> dict[str, Any]:
        """Return the whole record as plain JSON values, for `reports/`: instructors only."""
        saved = self.to_contract()
        saved.update(
            repairs=list(self.repairs), reason=self.reason, student=self.student,
            seed=self.seed, digest=self.digest, seconds=self.seconds,
        )
        for cell, saved_cell in zip(self.exercises, saved["exercises"], strict=True):
            saved_cell.update(reason=cell.reason, needs_review=cell.needs_review)
            for test, saved_test in zip(cell.tests, saved_cell["tests"], strict=True):
                saved_test.update(weight=test.weight, detail=test.detail, ours=test.ours, seconds=test.seconds)
        return saved

    @classmethod
    def from_json(cls, saved: dict[str, Any]) -> SubmissionReport:
        """Rebuild a report from `to_json`; raises ValueError for another format version."""
        if saved.get("format_version") != FORMAT_VERSION:
            raise ValueError(
                f"a saved report has format_version {saved.get('format_version')!r}, "
                f"this program reads {FORMAT_VERSION}: grade the submission again"
            )
        exercises = tuple(
            CellScore(
                id=cell["id"], score=cell["score"], max_score=cell["max_score"],
                reason=cell["reason"], needs_review=cell["needs_review"],
                tests=tuple(
                    TestResult(
                        name=test["name"], exercise=cell["id"], weight=test["weight"],
                        outcome=Outcome(test["outcome"]), message=test["message"],
                        misconception=test["misconception"], detail=test["detail"], ours=test["ours"],
                        seconds=test.get("seconds"),  # absent in reports saved before it was measured
                    )
                    for test in cell["tests"]
                ),
            )
            for cell in saved["exercises"]
        )
        return cls(
            assignment=saved["assignment"], submission_status=Status(saved["submission_status"]),
            exercises=exercises, flags=tuple(saved["flags"]), repairs=tuple(saved["repairs"]),
            reason=saved["reason"], student=saved["student"], seed=saved["seed"],
            digest=saved["digest"], seconds=saved["seconds"],
        )
