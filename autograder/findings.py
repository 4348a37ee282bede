"""One thing that is wrong with a course: where, what, and its cure."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.errors import CourseError


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong; its cure is a sentence that says what to do."""

    where: str
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.cure}"

    @classmethod
    def of(cls, error: CourseError) -> Finding:
        """Return the same facts that a CourseError holds."""
        return cls(error.thing, f"expected {error.expected}, found {error.found}.", error.cure)
