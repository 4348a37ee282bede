"""Which of a student's cells is which cell of the assignment, however the file was damaged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from autograder.notebook_file import RawCell
from autograder.prose import fresh, phrases, said_in_code
from autograder.python_source import (
    PythonSource,
    added_lines,
    kept_besides,
    normalised,
    python_source,
    statements,
    unfenced,
)

_WORD = re.compile(r"\w+|[^\w\s]")
_ALIKE = 0.85  # share of common words above which an unlabelled cell is taken for a copy of a locked one
_STILL_A_COPY = 0.5  # the same for a cell that carries the locked cell's label


class Role(StrEnum):
    """What a student may do with a cell of the assignment."""

    LOCKED = "locked"
    SOLUTION = "solution"
    WRITTEN = "written"


@dataclass(frozen=True)
class Slot:
    """One labelled cell of the released notebook, for which the student's file should have a cell."""

    grade_id: str
    role: Role
    kind: str
    source: str


@dataclass(frozen=True)
class Added:
    """What a student added to a locked cell, which becomes a cell of its own."""

    kind: str
    source: str


@dataclass(frozen=True)
class Matching:
    """What was found; slots and cells are positions in their notebooks.

    `chosen` is the cell that fills a slot. `copied` is a cell that answers a slot and also stays where it is.
    `dropped` cells go. `before` are earlier tries, which must not run after the chosen one. `added` is what a
    student added to a locked cell. `said` is what stands elsewhere in words, for a slot that was left as released.
    `repairs` lists the grade_ids that needed each kind of repair.
    """

    chosen: Mapping[int, int]
    copied: Mapping[int, int]
    dropped: frozenset[int]
    before: Mapping[int, Sequence[int]]
    added: Mapping[int, Added]
    said: Mapping[int, str]
    repairs: Mapping[str, Sequence[str]]


def match(slots: Sequence[Slot], cells: Sequence[RawCell]) -> Matching:
    """Match slots with cells: by label, then by what a cell defines or says, then by its place."""
    search = _Search(slots, cells)
    search.match_locked()
    search.match_solutions()
    search.match_written()
    return search.finish()


class _Search:
    """A matching in the making, and the look-ups it needs."""

    def __init__(self, slots: Sequence[Slot], cells: Sequence[RawCell]) -> None:
        self.slots = slots
        self.cells = cells
        self.chosen: dict[int, int] = {}
        self.copied: dict[int, int] = {}
        self.dropped: set[int] = set()
        self.added: dict[int, Added] = {}
        self.said: dict[int, str] = {}
        self.repairs: dict[str, list[str]] = {}
        self._texts = [normalised(cell.source) for cell in cells]
        self._released_texts = {slot.grade_id: normalised(slot.source) for slot in slots}
        self._released_words = {slot.grade_id: _words(slot.source) for slot in slots}
        self._words = [_words(text) for text in self._texts]
        self._exercises = {slot.grade_id for slot in slots if slot.role is Role.SOLUTION}
        self._python = [_read_cell(cell, self._exercises) for cell in cells]
        self._released = {slot.grade_id: _read(slot.kind, slot.source) for slot in slots}
        self._names = [python.names for python in self._python]
        known = {slot.grade_id for slot in slots}
        self._labelled = {i: cell.grade_id for i, cell in enumerate(cells) if cell.grade_id in known}

    def match_locked(self) -> None:
        """Find the locked cells: their text comes from the course, so a copy is only taken out of the way."""
        for s, slot in self._open(Role.LOCKED):
            copies = [i for i in self._own(slot) if self._is_copy(i, slot, _STILL_A_COPY)]
            if copies:
                intact = [i for i in copies if self._texts[i] == self._released_texts[slot.grade_id]]
                self.chosen[s] = (intact or copies)[0]
                for i in copies:
                    self._set_aside(i, slot)
        for alike in (1.0, _ALIKE):
            for s, slot in self._open(Role.LOCKED):
                copy = next((i for i in self._unlabelled() if self._is_copy(i, slot, alike)), None)
                if copy is not None:
                    self.chosen[s] = copy
                    self._set_aside(copy, slot)
                    self._note("relabelled", slot)

    def match_solutions(self) -> None:
        """Find the answers: a labelled cell that answers, one that defines the name, one in its place."""
        for s, slot in self._open(Role.SOLUTION):
            answers = [i for i in self._own(slot) if not self._is_stub(i, slot)]
            defining = [i for i in answers if slot.grade_id in self._names[i]]
            if defining or (answers and not self._answers_another(answers[-1], slot)):
                self.chosen[s] = (defining or answers)[-1]
        for s, slot in self._open(Role.SOLUTION):
            defining = [
                i for i in range(len(self.cells))
                if slot.grade_id in self._names[i] and not self._is_stub(i, slot)
                and i not in self.dropped - self.added.keys()
            ]
            swapped = [i for i in defining if i in self._labelled and self._is_free(i)]
            in_place = [i for i in self._between(s) if i in defining] if not self._own(slot) else []
            if swapped or in_place:
                self.chosen[s] = (swapped or in_place)[-1]
                self._note("relabelled", slot)
            elif defining:
                free = [i for i in defining if self._is_free(i) or i in self.added]
                self.copied[s] = (free or defining)[-1]
                self._note("answered_elsewhere", slot)
        for s, slot in self._open(Role.SOLUTION):
            in_place = [i for i in self._between(s) if self.cells[i].kind == "code"]
            self._take_leftover(s, slot, [i for i in in_place if not self._answers_another(i, slot)])

    def match_written(self) -> None:
        """Find the written answers: a labelled cell that says something, then text in the answer's place."""
        for s, slot in self._open(Role.WRITTEN):
            answers = [i for i in self._own(slot) if not self._is_stub(i, slot)]
            texts = [
                i for i in self._between(s) if self.cells[i].kind == "markdown" and not self._is_stub(i, slot)
            ]
            if answers:
                self.chosen[s] = answers[-1]
            elif texts:
                self.chosen[s] = max(texts, key=lambda i: len(self.cells[i].source))
                self._note("answered_elsewhere" if self._own(slot) else "relabelled", slot)
            else:
                self._take_leftover(s, slot, [])
        written = [s for s, slot in enumerate(self.slots) if slot.role is Role.WRITTEN]
        for s in written:
            if s not in self.chosen or self._is_stub(self.chosen[s], self.slots[s]):
                self._look_elsewhere(s)

    def _look_elsewhere(self, s: int) -> None:
        """Take for a written answer what the student says in words in its place, or else anywhere.

        Whether it answers the question is for a person to say: no score of nothing is given to what nobody read.
        """
        texts = {i: text for i in range(len(self.cells)) if (text := self._said(i))}
        in_place = [texts[i] for i in self._between(s) if i in texts]
        if texts:
            self.said[s] = "\n\n".join(in_place or texts.values())
            self._note("said_elsewhere", self.slots[s])

    def _said(self, i: int) -> str:
        """Return what the student says in words in a cell that fills no slot, and the course doesn't."""
        if not self._is_free(i) and i not in self.added:
            return ""
        cell = self.added.get(i, self.cells[i])
        is_code = cell.kind == "code" or not self._names[i].isdisjoint(self._exercises)
        said = said_in_code(unfenced(cell.source)) if is_code else cell.source
        return said if fresh(said, self._known) else ""

    @cached_property
    def _known(self) -> frozenset[tuple[str, ...]]:
        return phrases(slot.source for slot in self.slots)

    @cached_property
    def _statements(self) -> frozenset[str]:
        return frozenset().union(*(statements(slot.source) for slot in self.slots if slot.kind == "code"))

    def finish(self) -> Matching:
        """Decide on the cells that fill no slot; note what is missing, doubled or retyped."""
        before: dict[int, list[int]] = {}
        for s, slot in enumerate(self.slots):
            own = [i for i in self._own(slot) if i != self.chosen.get(s)]
            if s not in self.chosen and s not in self.copied and s not in self.said:
                self._note("missing", slot)
            if s in self.chosen and self.cells[self.chosen[s]].kind != slot.kind:
                self._note("retyped", slot)
            if own and s in self.chosen:
                self._note("duplicated", slot)
            if slot.role is not Role.LOCKED:
                stubs = {i for i in own if self._is_stub(i, slot)}
                self.dropped |= stubs
                before[s] = [i for i in own if i not in stubs and not self._goes_on(i, s)]
        empty = {i for i, text in enumerate(self._texts) if not text}
        self.dropped |= empty - set(self.chosen.values())
        return Matching(
            self.chosen, self.copied, frozenset(self.dropped), before, self.added, self.said, self.repairs
        )

    def _goes_on(self, i: int, s: int) -> bool:
        """Whether a cell goes on after the answer, as the second half of one that was split, and is no other try."""
        slot = self.slots[s]
        after = slot.role is Role.SOLUTION and i > self.chosen.get(s, len(self.cells))
        return after and slot.grade_id not in self._names[i]

    def _take_leftover(self, s: int, slot: Slot, in_place: Sequence[int]) -> None:
        """Fill a slot with its own untouched cell, an unlabelled stub, or the last cell in its place."""
        own = self._own(slot)
        stubs = [i for i in self._unlabelled() if self._texts[i] and self._is_stub(i, slot)]
        if own:
            self.chosen[s] = own[-1]
        elif stubs or in_place:
            self.chosen[s] = stubs[0] if stubs else in_place[-1]
            self._note("relabelled", slot)

    def _set_aside(self, i: int, slot: Slot) -> None:
        """Drop a copy of a locked cell; keep as a cell of its own what the student added to it."""
        self.dropped.add(i)
        if self._texts[i] != self._released_texts[slot.grade_id]:
            self._note("edited", slot)
            source = self.cells[i].source
            added, kind = fresh(source, self._known), "text_kept"
            if slot.kind == "code":
                added, kind = added_lines(slot.source, source), "lines_kept"
            if slot.kind == "code" and not added:
                added, kind = kept_besides(slot.source, source, self._statements), "some_kept"
            self._names[i] = frozenset()
            if added:
                self.added[i] = Added(slot.kind, added)
                self._names[i] = _read_cell(self.added[i], self._exercises).names
                self._note(kind, slot)

    def _note(self, kind: str, slot: Slot) -> None:
        noted = self.repairs.setdefault(kind, [])
        if slot.grade_id not in noted:
            noted.append(slot.grade_id)

    def _open(self, role: Role) -> list[tuple[int, Slot]]:
        filled = self.chosen.keys() | self.copied.keys()
        return [(s, slot) for s, slot in enumerate(self.slots) if slot.role is role and s not in filled]

    def _own(self, slot: Slot) -> list[int]:
        """Return the cells that carry the slot's label and fill no other slot."""
        others = {i for s, i in self.chosen.items() if self.slots[s] is not slot}
        return [i for i, grade_id in self._labelled.items() if grade_id == slot.grade_id and i not in others]

    def _is_free(self, i: int) -> bool:
        return i not in self.dropped and i not in self.chosen.values()

    def _unlabelled(self) -> Iterator[int]:
        return (i for i in range(len(self.cells)) if i not in self._labelled and self._is_free(i))

    def _between(self, s: int) -> list[int]:
        """Return the unlabelled cells between a slot's neighbours, if one of those next to it was found."""
        if s - 1 not in self.chosen and s + 1 not in self.chosen:
            return []
        earlier = [self.chosen[n] for n in range(s) if n in self.chosen]
        later = [self.chosen[n] for n in range(s + 1, len(self.slots)) if n in self.chosen]
        first = earlier[-1] if earlier else -1
        last = min((i for i in later if i > first), default=len(self.cells))
        return [i for i in self._unlabelled() if first < i < last and self._texts[i]]

    def _is_stub(self, i: int, slot: Slot) -> bool:
        """Whether the cell is empty or, but for comments and layout, as it was released."""
        if self._texts[i] in {"", self._released_texts[slot.grade_id]}:
            return True
        return self._python[i].meaning == self._released[slot.grade_id].meaning

    def _answers_another(self, i: int, slot: Slot) -> bool:
        return slot.grade_id not in self._names[i] and bool(self._names[i] & self._exercises)

    def _is_copy(self, i: int, slot: Slot, alike: float) -> bool:
        """Whether the cell is the locked cell, perhaps edited."""
        source, released = self._texts[i], self._released_texts[slot.grade_id]
        if source == released or (i in self._labelled and added_lines(released, source)):
            return True
        return _likeness(self._words[i], self._released_words[slot.grade_id]) >= alike


def _read(kind: str, source: str) -> PythonSource:
    return python_source(source) if kind == "code" else PythonSource(frozenset(), normalised(source))


def _read_cell(cell: RawCell | Added, exercises: set[str]) -> PythonSource:
    """Read a cell; what stands in a text cell is code where it is Python and defines the name of an exercise."""
    if cell.kind != "code":
        python = python_source(unfenced(cell.source))
        if python.names & exercises and python.meaning.startswith("Module("):
            return python
    return _read(cell.kind, cell.source)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def _likeness(words: Counter[str], others: Counter[str]) -> float:
    """Return the share of words that two texts have in common, 1 when they have all: order doesn't count."""
    return 2 * (words & others).total() / max(1, words.total() + others.total())
