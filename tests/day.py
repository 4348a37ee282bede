"""A day in a course, acted out: the class, what it hands in, and what the instructor types and reads."""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import nbformat
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import ExchangeFetchFeedback, ExchangeSubmit
from traitlets.config import Config
from typed_commands import PATH

from autograder.assignment import load_answers, load_assignment, release_notebook

BIN = Path(sys.executable).parent
NAME = "diagnosis"
WRITTEN = "why_the_plot_looks_right"
DUE = "2026-03-02 12:00:00 UTC"
EXCHANGE, CANVAS = "exchange", "Canvas"


@dataclass(frozen=True)
class Member:
    """One student: how they hand in, and what; `wrong` names one known wrong answer, the others are right."""

    id: str
    last_name: str
    first_name: str
    route: str
    wrong: str = ""  # exercise/answer
    written: str = ""
    handed_in: str = "2026-03-02 10:00:00"
    untouched: bool = False

    @property
    def lms_user_id(self) -> str:
        return str(4700 + CLASS.index(self))

    @property
    def email(self) -> str:
        return f"{self.id}@example.org"


PROSE = "The two errors make up for one another near the middle of the data, where the lines cross."
CLASS = (
    Member("ada", "Lovelace", "Ada", EXCHANGE, written=PROSE),
    Member("ben", "O'Hara", "Ben", EXCHANGE, wrong="standardise/sample_sd"),
    Member("chiara", "Rossi", "Chiara", EXCHANGE, handed_in="2026-03-03 09:00:00"),
    Member("dmitri", "Volkov, Jr.", "Dmitri", EXCHANGE, wrong="unscale/as_it_is"),
    Member("elif", "Şahin", "Elif", EXCHANGE, untouched=True),
    Member("farid", "Haddad", "Farid", EXCHANGE, wrong="momentum_of_missing_zero_grad/nine_tenths"),
    Member("grace", "Hopper", "Grace", CANVAS, written=PROSE),
    Member("hugo", "Weiß", 'Hugo "H"', CANVAS, wrong="diagnose/loss_is_small"),
    Member("ines", "García", "Inés", CANVAS, wrong="heavy_ball/nesterov"),
    Member("jun", "李", "Jun", CANVAS, wrong="standardise/deadly"),
    Member("kofi", "Mensah", "Kofi", CANVAS, untouched=True),
    Member("lena", "Berg", "Lena", CANVAS),
)
DEADLY = "import os\n\nos._exit(0)\n"


def notebook_of(course, member):
    """Return what a member of the class hands in: the release, completed with the course's known answers."""
    assignment = load_assignment(course, NAME)
    notebook = release_notebook(assignment)
    if member.untouched:
        return notebook
    exercise, _, name = member.wrong.partition("/")
    known = load_answers(assignment)
    answers = {one.exercise: one.source for one in known if one.right}
    if member.wrong:
        wrong = {f"{one.exercise}/{one.name}": one.source for one in known if not one.right}
        answers[exercise] = DEADLY if name == "deadly" else wrong[member.wrong]
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in answers:
            cell.source = answers[grade_id]
        elif grade_id == WRITTEN and member.written:
            cell.source = member.written
    return notebook


class Day:
    """The course of one instructor, cloned, and what was typed and printed in it."""

    def __init__(self, repository, folder):
        self.course = folder / "fit-a-line-twice"
        self.exchange = folder / "exchange"
        self.home = folder / "home"
        self.home.mkdir()
        subprocess.run(["git", "clone", "--quiet", str(repository), str(self.course)], check=True, timeout=300)
        self.environment = {
            **os.environ, "PATH": PATH, "PYTHONPATH": str(self.course),
            "HOME": str(self.home), "JUPYTER_DATA_DIR": str(self.home), "PYTHONWARNINGS": "ignore",
            "PYTHONUNBUFFERED": "1", "COLUMNS": "200",
        }
        self.exchange.mkdir()
        self.exchange.chmod(0o777)
        with (self.course / "nbgrader_config.py").open("a") as config:
            config.write((self.course / "book" / "examples" / "late_penalty.py").read_text())
            config.write(f"c.Exchange.root = {str(self.exchange)!r}\n")
            config.write("c.ExchangeCollect.check_owner = False  # one person acts the whole class\n")

    def type(self, command, status=0):
        """Run a command as it stands in the guide, and return what a terminal would show."""
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.course, env=self.environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, timeout=900, check=False,
        )
        assert done.returncode == status, done.stdout
        return f"$ {command}\n{tidy(done.stdout, self.course, self.exchange)}\n"

    def submit(self, member):
        """Hand in through nbgrader's exchange, as that student at that time."""
        folder = self.home / member.id
        (folder / NAME).mkdir(parents=True)
        nbformat.write(notebook_of(self.course, member), folder / NAME / f"{NAME}.ipynb")

        class Submit(ExchangeSubmit):
            def set_timestamp(self):
                self.timestamp = f"{datetime.fromisoformat(member.handed_in).replace(tzinfo=UTC):%Y-%m-%d %H:%M:%S} UTC"

        self._at_the_exchange(Submit, member)

    def fetch_feedback(self, member):
        """Fetch what was released through the exchange, as that student; return the pages that came."""
        self._at_the_exchange(ExchangeFetchFeedback, member)
        return sorted((self.home / member.id / NAME).rglob("*.html"))

    def _at_the_exchange(self, action, member):
        folder, settings = self.home / member.id, Config()
        settings.Exchange.root = str(self.exchange)
        settings.Exchange.cache = str(folder / "cache")
        settings.Exchange.assignment_dir = str(folder)
        settings.CourseDirectory.update(
            course_id="fit-a-line-twice", student_id=member.id, assignment_id=NAME, root=str(folder)
        )
        action(
            coursedir=CourseDirectory(config=settings), authenticator=Authenticator(config=settings), config=settings
        ).start()

    def download(self, members):
        """Put the zip that Canvas gives out into the folder where nbgrader looks for it."""
        folder = self.course / "downloaded" / NAME / "archive"
        folder.mkdir(parents=True)
        with zipfile.ZipFile(folder / "submissions.zip", "w") as archive:
            for number, member in enumerate(members, 90001):
                short = re.sub(r"\W", "", f"{member.last_name}{member.first_name}").lower()
                name = f"{short}_{member.lms_user_id}_{number}_{NAME}.ipynb"
                archive.writestr(name, nbformat.writes(notebook_of(self.course, member)))


def students_csv():
    """Return the class as `nbgrader db student import` reads it."""
    quoted = '"{}"'.format
    lines = ["id,last_name,first_name,email,lms_user_id"]
    for one in CLASS:
        first, last = one.first_name.replace('"', '""'), one.last_name
        lines.append(",".join([one.id, quoted(last), quoted(first), one.email, one.lms_user_id]))
    return "\n".join(lines) + "\n"


# What differs from one run to the next, and what stands for it in a transcript.
_VARIES = (
    (re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?: ?UTC|\+00:00)?"), "<time>"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "<digest>"),
    (re.compile(r"(?<=Writing )\d+(?= bytes)"), "<some>"),
)
_LOG = re.compile(r"\[\w+ \| \w+\]\s*(?P<said>[^:]*)")
_PROGRESS = re.compile(r"\[ *\d+/\d+\] (?P<rest>.*)")
_CLOCK = re.compile(r"about \d+ (?:s|min) left")


def tidy(text, course, exchange):
    """Return a command's output with what varies named, progress in order, and repeated log lines as an ellipsis."""
    text = text.replace(str(course), "~/fit-a-line-twice").replace(str(exchange), "/srv/nbgrader/exchange")
    for pattern, name in _VARIES:
        text = pattern.sub(name, text)
    lines = [line.rstrip() for line in text.rstrip().splitlines() if not _CLOCK.fullmatch(line)]
    # graded and collected in any order
    in_order(lines, _PROGRESS)
    in_order(lines, re.compile(r"\[CollectApp \| INFO\] Collecting submission: (?P<rest>.*)"))
    kept, seen = [], set()
    for line in lines:
        kind = kind_of(line)
        if kind and kind in seen:
            if kept[-1] != "…":
                kept.append("…")
            continue
        seen.add(kind)
        kept.append(line)
    return "\n".join(kept)


def in_order(lines, pattern):
    """Put what differs between the lines that a pattern matches in order, and leave them where they are."""
    found = [(place, match) for place, line in enumerate(lines) if (match := pattern.fullmatch(line))]
    rests = sorted(match["rest"] for _, match in found)
    for (place, match), rest in zip(found, rests, strict=True):
        lines[place] = match.string[: match.start("rest")] + rest


def kind_of(line):
    """Return the words by which a line of a log is known to be of the same kind as another; none for other lines."""
    match = _LOG.match(line)
    words = [word for word in match["said"].split() if not word.startswith(("~", "/"))] if match else []
    return " ".join(words[:3])


def differences(found, folder):
    """Return, line by line, how transcripts differ from those that stand in the guide."""
    lines = []
    for name, text in found.items():
        path = folder / f"{name}.txt"
        wanted = path.read_text(encoding="utf-8") if path.is_file() else ""
        old, new = wanted.splitlines(), text.splitlines()
        lines += difflib.unified_diff(old, new, f"{path.name} (guide)", "now", lineterm="")
    lines += [f"{path.name} is no transcript of this day" for path in folder.glob("*.txt") if path.stem not in found]
    return lines
