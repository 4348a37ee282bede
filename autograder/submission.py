"""Read a submitted notebook as untrusted data; run nothing."""

from __future__ import annotations

import copy
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from nbformat import NotebookNode

from autograder.assignment import Assignment, find_assignments, release_notebook
from autograder.course_notebook import graded_cells, read_source
from autograder.errors import CourseError, UnreadableSubmission
from autograder.matching import Matching, Role, Slot, match
from autograder.notebook_file import RawCell, RawNotebook, read_notebook_file
from autograder.repair import Piece, Repair, described_repairs, repaired_pieces
from autograder.safe_markdown import MAX_MARKDOWN_CHARS, clean_markdown
from autograder.settings import SOURCE_FOLDER, Limits

__all__ = ["Repair", "Submission", "read_submission"]

_MAX_MARKDOWN_CHARS = 5 * MAX_MARKDOWN_CHARS
_MAX_FILES = 1_000
_MOST_FILE_FLAGS = 50
_LABEL_FIELDS = ("points", "grade", "solution", "locked", "task", "schema_version")
# Files that pytest, Python or IPython would run or obey if the grader ran where they are. It doesn't, but
# they say something about whoever put them there.
_STARTUP_FILES = re.compile(
    r"conftest\.py|pytest\.ini|\.pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml|(?:site|user)customize\.py|.*\.pth"
    r"|ipython_config\.py|\.pdbrc|.*\.(?:pkl|pickle|pt|pth|joblib)",
    re.IGNORECASE,
)
_COURSE_LIBRARIES = frozenset(("autograder", "matplotlib", "nbgrader", "numpy", "pytest", "scipy", "torch"))


@dataclass(frozen=True)
class Submission:
    """A student's notebook in the assignment's shape.

    Locked cells and all metadata are the course's; source and text are the student's, text made safe to show;
    there are no outputs. `flags` are for the instructor, `digest` is the sha256 of the file.
    """

    notebook: NotebookNode
    repairs: tuple[Repair, ...]
    flags: tuple[str, ...]
    digest: str


def read_submission(
    path: Path, assignment: Assignment, limits: Limits, release: NotebookNode | None = None
) -> Submission:
    """Read the notebook at `path`; raises UnreadableSubmission when it cannot be graded.

    Raises UsageError where it is kept from us, which is not the student's doing, and nothing else.
    `release` is the assignment's released notebook, for a caller that has made it already.
    """
    release = release_notebook(assignment) if release is None else release
    raw = read_notebook_file(path, limits)
    slots = [_slot(cell) for cell in _labelled_cells(release).values()]
    _refuse_other_assignment(raw, slots, assignment)
    matching = match(slots, raw.cells)
    _refuse_unrelated(matching, slots, assignment)
    return Submission(
        notebook=_rebuilt(release, repaired_pieces(slots, raw.cells, matching)),
        repairs=described_repairs(slots, matching, mended=raw.mended),
        flags=(*_label_flags(raw.cells, release), *_edit_flags(matching), *_first(_file_flags(path))),
        digest=raw.digest,
    )


def _labelled_cells(release: NotebookNode) -> dict[str, NotebookNode]:
    return {cell.metadata.nbgrader.grade_id: cell for cell in release.cells if "nbgrader" in cell.metadata}


def _slot(cell: NotebookNode) -> Slot:
    label = cell.metadata.nbgrader
    role = Role.LOCKED if not label.solution else Role.WRITTEN if label.grade else Role.SOLUTION
    return Slot(label.grade_id, role, cell.cell_type, cell.source)


def _rebuilt(release: NotebookNode, pieces: Sequence[Piece]) -> NotebookNode:
    """Return a notebook of these pieces in which everything but sources and text comes from the release."""
    released = _labelled_cells(release)
    cells: list[NotebookNode] = []
    markdown_left = _MAX_MARKDOWN_CHARS
    for number, piece in enumerate(pieces, start=1):
        source = piece.source
        locked = piece.slot is not None and piece.slot.role is Role.LOCKED
        if piece.kind == "markdown" and not locked:
            markdown_left -= min(len(source), MAX_MARKDOWN_CHARS)
            source = clean_markdown(source) if markdown_left >= 0 else "[This text is not shown: too long]"
        if piece.slot is not None:
            cell = copy.deepcopy(released[piece.slot.grade_id])
            cell.source = source
        else:
            cell = NotebookNode(cell_type=piece.kind, metadata=NotebookNode(), source=source)
            cell.id = f"own-cell-{number}"
            if piece.kind == "code":
                cell.update(outputs=[], execution_count=None)
        cells.append(cell)
    notebook = copy.deepcopy(release)
    notebook.cells = cells
    return notebook


def _refuse_other_assignment(raw: RawNotebook, slots: Sequence[Slot], assignment: Assignment) -> None:
    """Refuse a notebook that carries another assignment's answer cells and none of this one's."""
    found = {cell.grade_id for cell in raw.cells}
    if not raw.cells:
        raise UnreadableSubmission("The notebook has no cells.", f"Hand in {assignment.name}.ipynb.")
    if any(slot.grade_id in found for slot in slots if slot.role is not Role.LOCKED):
        return
    course_root = assignment.folder.parent.parent
    for name in find_assignments(course_root):
        path = course_root / SOURCE_FOLDER / name / f"{name}.ipynb"
        if name != assignment.name and found & _answer_ids(path):
            raise UnreadableSubmission(
                f"This is the notebook of {name}; {assignment.name} was expected.",
                f"Hand in {assignment.name}.ipynb.",
            )


def _answer_ids(path: Path) -> set[str]:
    try:
        cells = graded_cells(path, read_source(path))
    except CourseError:  # another assignment's fault is no reason to refuse this submission
        return set()
    return {grade_id for grade_id, cell in cells.items() if cell.metadata.nbgrader.solution}


def _refuse_unrelated(matching: Matching, slots: Sequence[Slot], assignment: Assignment) -> None:
    """Refuse a notebook with no answer cell and hardly a locked cell of this assignment."""
    filled = matching.chosen.keys() | matching.copied.keys()
    answers = [s for s, slot in enumerate(slots) if slot.role is not Role.LOCKED]
    locked = len(slots) - len(answers)
    if not filled & set(answers) and 4 * len(filled) < locked:
        raise UnreadableSubmission(
            f"The notebook has none of the cells of {assignment.name}.",
            f"Copy your answers into a fresh {assignment.name}.ipynb and hand that in.",
        )


def _label_flags(cells: Sequence[RawCell], release: NotebookNode) -> Iterator[str]:
    """Yield a sentence for each label that differs from the released one: Jupyter never changes them."""
    released = _labelled_cells(release)
    for grade_id, cell in released.items():
        expected = cell.metadata.nbgrader
        labels = [cell.label for cell in cells if cell.grade_id == grade_id]
        for name in _LABEL_FIELDS:
            if any(name in label and label[name] != expected.get(name) for label in labels):
                yield f"The {name} of cell {grade_id!r} was edited; the course's own value is used."
    unknown = sorted({str(cell.grade_id) for cell in cells if cell.grade_id} - set(released))
    if unknown:
        shown = ", ".join(repr(grade_id[:60]) for grade_id in unknown[:5])
        yield f"{len(unknown)} cells carry a grade_id that this assignment doesn't have: {shown}."


def _edit_flags(matching: Matching) -> Iterator[str]:
    edited = matching.repairs.get("edited", ())
    if edited:
        yield f"Locked cells were edited: {', '.join(map(repr, edited))}. The course's own text was restored."


def _first(flags: Iterable[str]) -> Iterator[str]:
    """Yield the first of the flags of files, and how many more there are."""
    given = list(flags)
    yield from given[:_MOST_FILE_FLAGS]
    if len(given) > _MOST_FILE_FLAGS:
        yield f"{len(given) - _MOST_FILE_FLAGS} more flags of files beside the notebook are not shown."


def _file_flags(path: Path) -> Iterator[str]:
    """Yield a sentence for each file beside the notebook that looks meant for the grader; none is opened."""
    try:
        with os.scandir(path.parent) as entries:
            files = sorted(islice(entries, _MAX_FILES + 1), key=lambda entry: entry.name)
        if len(files) > _MAX_FILES:
            yield f"Beside the notebook lie more than {_MAX_FILES} files. Only so many of them were looked at."
        for entry in files[:_MAX_FILES]:
            stem, suffix = Path(entry.name).stem, Path(entry.name).suffix
            name = repr(entry.name[:100])
            if entry.is_symlink():
                yield f"Beside the notebook lies {name}, a symbolic link. It was not followed."
            elif _STARTUP_FILES.fullmatch(entry.name):
                yield f"Beside the notebook lies {name}, which would run code if it were loaded. It was not."
            elif suffix in {".py", ".so", ""} and stem in sys.stdlib_module_names | _COURSE_LIBRARIES:
                yield f"Beside the notebook lies {name}, which bears a library's name. It was not imported."
    except OSError:  # the folder went away after the notebook was read: nothing else in it matters
        return
