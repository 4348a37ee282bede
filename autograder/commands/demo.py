"""`autograder demo`: the sample class, graded in a copy of the course so that no real gradebook is touched."""

from __future__ import annotations

import shutil
from pathlib import Path

from autograder.assignment import find_assignments
from autograder.commands import grade, report
from autograder.commands.course_folder import find
from autograder.errors import CourseError
from autograder.nbgrader_steps import generate_feedback
from autograder.settings import (
    FEEDBACK_FOLDER,
    RELEASE_FOLDER,
    SOURCE_FOLDER,
    SUBMITTED_FOLDER,
    Isolation,
)

SAMPLE_CLASS = Path("tests") / "sample_class"
DEMO_FOLDER = Path("_build") / "demo"
BOOK_FOLDER = Path("_build") / "html"


def demo(*, workers: int | None, isolation: Isolation, course: Path | None) -> int:
    """Grade every assignment of the sample class, write its feedback and the reports; 0 though some need a person."""
    root = find(course)
    sample = root / SAMPLE_CLASS
    students = sorted(folder for folder in sample.glob("*") if folder.is_dir()) if sample.is_dir() else []
    if not students:
        raise CourseError(
            str(sample), expected="the sample class, a folder a student", found="none",
            cure="Restore tests/sample_class from the repository.",
        )
    copy = copy_course(root, root / DEMO_FOLDER)
    link_to_book(root, copy)
    hand_in(students, copy)
    for name in find_assignments(copy):
        handed_in = [one.name for one in students if (one / name).is_dir()]
        if not handed_in:
            continue
        grade.grade(
            name, students=handed_in, workers=workers, scheduler=None, force=False, seed=None,
            isolation=isolation, course=copy,
        )
        generate_feedback(copy, name, handed_in)
    print(f"feedback    {copy / FEEDBACK_FOLDER}")
    return report.report(None, names=True, output=None, course=copy)


def copy_course(root: Path, target: Path) -> Path:
    """Copy what grading needs of the course at `root` to a fresh folder `target`, and return that."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for folder in (SOURCE_FOLDER, RELEASE_FOLDER):
        shutil.copytree(root / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "nbgrader_config.py", target)
    return target


def link_to_book(root: Path, copy: Path) -> None:
    """Let the copy's feedback and reports link to the book as it was built here, if it was."""
    if (root / BOOK_FOLDER / "index.html").is_file():
        with (copy / "nbgrader_config.py").open("a", encoding="utf-8") as config:
            config.write(f"c.FeedbackPage.book_url = {(root.resolve() / BOOK_FOLDER).as_uri()!r}\n")


def hand_in(students: list[Path], course: Path) -> None:
    """Put the sample class's notebooks into the `submitted` folder of the copy."""
    for student in students:
        for folder in student.iterdir():
            if folder.is_dir():
                shutil.copytree(folder, course / SUBMITTED_FOLDER / student.name / folder.name)
