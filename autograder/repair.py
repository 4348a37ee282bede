"""Put a student's cells back into the assignment's order, and say in sentences what had to be done."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.matching import Matching, Role, Slot
from autograder.notebook_file import RawCell
from autograder.python_source import unfenced

_SHOWN_IDS = 8


@dataclass(frozen=True)
class Repair:
    """One kind of repair, the cells it concerned, and what student and instructor read about it."""

    kind: str
    grade_ids: tuple[str, ...]
    sentence: str
    instructor_note: str


@dataclass(frozen=True)
class Piece:
    """One cell of the repaired notebook: the slot it fills, or None for a cell of the student's own."""

    slot: Slot | None
    kind: str
    source: str


# kind: what the student reads, what the instructor reads; {cells} names the cells.
_SENTENCES: Mapping[str, tuple[str, str]] = {
    "missing": (
        "These cells were missing from your notebook and were put back as released: {cells}.",
        "Missing cells were put back as released: {cells}.",
    ),
    "edited": (
        "These cells are locked, so they were put back as released: {cells}.",
        "Locked cells had been edited and were restored: {cells}.",
    ),
    "lines_kept": (
        "Lines that you added to these locked cells run just after them: {cells}.",
        "Lines added to locked cells became cells of their own: {cells}.",
    ),
    "some_kept": (
        "Of your changes to these locked cells, what imports, defines or comments stands just after each: {cells}.",
        "What changed locked cells import, define and comment besides became cells of their own: {cells}.",
    ),
    "text_kept": (
        "Text that you added to these locked cells stands in a cell just after each: {cells}.",
        "Text added to locked cells became cells of its own: {cells}.",
    ),
    "relabelled": (
        "These cells had lost their labels and were recognised by what they contain: {cells}.",
        "Cells without their grade_id were matched by content or place: {cells}.",
    ),
    "answered_elsewhere": (
        "Your answer stood in a cell you added; it was graded as the answer of: {cells}.",
        "The solution cell was untouched or missing and the answer was taken from an added cell: {cells}.",
    ),
    "said_elsewhere": (
        "These cells held no answer of yours, so what you wrote in other cells was copied there, to be read: {cells}.",
        "Written answers were untouched or missing, so what is said in words elsewhere was copied there: {cells}.",
    ),
    "duplicated": (
        "These cells were there more than once; the last one with an answer in it was graded: {cells}.",
        "Several cells carried the same grade_id; the last one with an answer in it was graded: {cells}.",
    ),
    "moved": (
        "These cells had been moved and were put back in their places: {cells}.",
        "Cells were out of order and were put back in their places: {cells}.",
    ),
    "retyped": (
        "These cells had changed type between code and text and were changed back: {cells}.",
        "Cells had changed type between code and Markdown and were changed back: {cells}.",
    ),
    "mended": (
        "Characters that no file can hold were replaced in your notebook by \ufffd.",
        "NUL characters or lone surrogates were replaced by \ufffd.",
    ),
}


def repaired_pieces(slots: Sequence[Slot], cells: Sequence[RawCell], matching: Matching) -> tuple[Piece, ...]:
    """Return the repaired notebook: slots in the assignment's order, the student's own cells between them.

    A cell of the student's own follows the slot that it followed in the student's file, so that a helper
    still runs before the answers that need it.
    """
    slot_of = {i: s for s, i in matching.chosen.items()}
    after: dict[int, list[Piece]] = {}
    earlier = {i for tries in matching.before.values() for i in tries}
    neighbour = -1
    for i, cell in enumerate(cells):
        neighbour = slot_of.get(i, neighbour)
        if i in matching.added:
            after.setdefault(neighbour, []).append(Piece(None, matching.added[i].kind, matching.added[i].source))
        elif i not in slot_of and i not in matching.dropped and i not in earlier:
            after.setdefault(neighbour, []).append(Piece(None, cell.kind, cell.source))
    pieces = after.get(-1, [])
    for s, slot in enumerate(slots):
        pieces += [Piece(None, cells[i].kind, cells[i].source) for i in matching.before.get(s, ())]
        pieces.append(Piece(slot, slot.kind, _source(s, slot, cells, matching)))
        pieces += after.get(s, [])
    return tuple(pieces)


def described_repairs(slots: Sequence[Slot], matching: Matching, *, mended: bool) -> tuple[Repair, ...]:
    """Return what was repaired, one record for each kind."""
    found = dict(matching.repairs)
    order = sorted(matching.chosen)
    moved = _out_of_order(order, [matching.chosen[s] for s in order])
    if moved:
        found["moved"] = [slots[s].grade_id for s in moved]
    if mended:
        found["mended"] = []
    return tuple(
        Repair(kind, tuple(found[kind]), *(text.format(cells=_named(found[kind])) for text in sentences))
        for kind, sentences in _SENTENCES.items()
        if kind in found
    )


def _source(s: int, slot: Slot, cells: Sequence[RawCell], matching: Matching) -> str:
    """Return what stands in a slot: the course's text where it is locked, else the student's."""
    if s in matching.said:
        return matching.said[s]
    i = matching.chosen.get(s, matching.copied.get(s))
    if slot.role is Role.LOCKED or i is None:
        return slot.source
    cell = matching.added.get(i, cells[i])
    return unfenced(cell.source) if slot.kind == "code" and cell.kind != "code" else cell.source


def _named(grade_ids: Sequence[str]) -> str:
    shown = ", ".join(f"`{grade_id}`" for grade_id in grade_ids[:_SHOWN_IDS])
    return shown if len(grade_ids) <= _SHOWN_IDS else f"{shown} and {len(grade_ids) - _SHOWN_IDS} more"


def _out_of_order(order: Sequence[int], positions: Sequence[int]) -> list[int]:
    """Return the fewest of `order` without which the positions would rise."""
    tails: list[int] = []
    lengths: list[int] = []
    for position in positions:
        length = bisect_left(tails, position)
        tails[length : length + 1] = [position]
        lengths.append(length)
    wanted = len(tails) - 1
    kept: set[int] = set()
    for slot, length in zip(reversed(order), reversed(lengths), strict=True):
        if length == wanted:
            kept.add(slot)
            wanted -= 1
    return [slot for slot in order if slot not in kept]
