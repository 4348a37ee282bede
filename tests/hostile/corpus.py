"""The corpus of hostile, odd and honest submissions as data: what stands in the notebook and what it must get.

A case is a file, `cases/<group>/<name>.py`: a docstring and the source of the cell that answers `total`. Nothing
here imports pytest or the grader, so that a benchmark can run the same corpus through other graders.
"""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
COURSE = HERE / "course"
ASSIGNMENT = "trio"
ATTACKED, UNTOUCHED = "total", ("line", "descend")
POINTS = {"total": 4.0, "line": 2.0, "descend": 2.0}
VERDICTS = frozenset({"merit", "flag", "reason", "full"})
RIGHT = '''def total(values):
    """Return the sum of the squares of all values."""
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
'''
_FIELD = re.compile(r"(verdict|score|flags|says|peers|place|limits):\s*(.*)")


@dataclass(frozen=True)
class Case:
    """One submission in which a single cell is unusual.

    `verdict` is a word of: merit (the attacked exercise gets `score`, the others all of their points), flag (the same,
    and a flag that contains `flags`), reason (the same, and the student reads `says`), full (everything). `place` says
    where the source stands: `answer` replaces the answer to `total`, `first` and `last` add a cell before and after all
    others and leave the right answer in place. `peers` names the graders whose known weakness this is.
    """

    group: str
    name: str
    what: str
    source: str
    verdict: str
    score: float
    flags: str = ""
    says: str = ""
    peers: str = ""
    place: str = "answer"

    @property
    def id(self) -> str:
        """How the case is called in a report."""
        return f"{self.group}/{self.name}"


def load_cases() -> tuple[Case, ...]:
    """Read every case, by group and name; raises ValueError for one whose header says too little."""
    return tuple(load_case(path) for path in sorted(HERE.glob("cases/*/*.py")))


def load_case(path: Path) -> Case:
    """Read one case, as `load_cases` does all."""
    text = path.read_text(encoding="utf-8")
    opening = ast.parse(text.split('"""')[0] + '"""' + text.split('"""')[1] + '"""')
    header = inspect.cleandoc(ast.get_docstring(opening, clean=False) or "")
    fields, prose = {}, []
    for line in header.splitlines():
        match = _FIELD.fullmatch(line)
        if match:
            fields[match[1]] = match[2]
        elif line:
            prose.append(line)
    verdict = fields.get("verdict", "")
    if verdict not in VERDICTS or not prose:
        raise ValueError(f"{path}: a case says what is tried, and its verdict, one of {sorted(VERDICTS)}")
    place = fields.get("place", "answer")
    full = verdict == "full" or place != "answer"
    return Case(
        group=path.parent.name, name=path.stem, what=" ".join(prose), verdict=verdict, place=place,
        source=text.split('"""', 2)[2].strip("\n") + "\n",
        score=float(fields.get("score", POINTS[ATTACKED] if full else 0)),
        flags=fields.get("flags", ""), says=fields.get("says", ""), peers=fields.get("peers", ""),
    )


def with_case(cells: list[dict], case: Case) -> list[dict]:
    """Return a solved notebook's cells (nbformat dicts whose metadata name the exercise) with the case in them."""
    own = {"cell_type": "code", "id": "own-cell", "metadata": {}, "source": case.source, "outputs": [],
           "execution_count": None}
    changed = [dict(cell) for cell in cells]
    if case.place == "first":
        return [own, *changed]
    if case.place == "last":
        return [*changed, own]
    for cell in changed:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == ATTACKED:
            cell["source"] = case.source
    return changed
