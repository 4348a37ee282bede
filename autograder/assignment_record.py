"""What is known of an assignment whose folder was found complete."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autograder.errors import CourseError
from autograder.settings import Limits


@dataclass(frozen=True)
class Exercise:
    """One exercise: its two cells in the notebook, and what the course says about it."""

    id: str
    points: float
    solution_id: str
    grade_id: str
    minutes: float
    difficulty: str
    section: str
    hints: tuple[str, ...]


@dataclass(frozen=True)
class WrittenAnswer:
    """One written answer, graded by hand."""

    id: str
    points: float


@dataclass(frozen=True)
class Assignment:
    """One assignment folder, found complete and consistent."""

    name: str
    folder: Path
    notebook_path: Path
    title: str
    chapters: tuple[str, ...]
    objectives: tuple[str, ...]
    minutes: float
    exercises: tuple[Exercise, ...]
    written: tuple[WrittenAnswer, ...]
    limits: Limits
    tests_path: Path

    @property
    def written_ids(self) -> frozenset[str]:
        """The ids of the cells that a person grades."""
        return frozenset(answer.id for answer in self.written)

    def exercise(self, exercise_id: str) -> Exercise:
        """Return the exercise with this id; raises CourseError when there is none."""
        for exercise in self.exercises:
            if exercise.id == exercise_id:
                return exercise
        known = ", ".join(exercise.id for exercise in self.exercises)
        raise CourseError(
            f"assignment {self.name}", expected=f"an exercise among {known}", found=repr(exercise_id),
            cure="Correct the name.",
        )
