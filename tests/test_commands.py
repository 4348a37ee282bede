"""Every command in the README, the guide and the students' README runs as written, or a named test runs it."""

from __future__ import annotations

import re
import shlex

import pytest
import typer
from typed_commands import ROOT, TEXTS, commands
from typer.main import get_command

from autograder.cli import app

TRANSCRIPTS = ROOT / "book" / "transcripts"

# Commands of other programs: the test that runs them, and the words in which it does. `words_of` reads them here.
ELSEWHERE = {
    "git clone https://github.com/OWNER/NAME fit-a-line-twice": ("tests/day.py", '"git", "clone"'),
    "cd fit-a-line-twice": ("tests/day.py", "cwd=self.course"),
    ". .venv/bin/activate": ("Makefile", "$(PYTHON) -m venv $(VENV)"),
    "python3 -m venv .venv": ("Makefile", "$(PYTHON) -m venv $(VENV)"),
    "py -m venv .venv": ("exercises/README.md", "On Windows"),  # no Windows here
    "python -m pip install -r requirements.txt": ("tests/test_release.py", 'words_of("python -m pip install", of='),
    "jupyter lab": ("tests/formgrader_server.py", 'words_of("jupyter", of='),
    "nbgrader validate least_squares/least_squares.ipynb": (
        "tests/test_release.py", 'words_of("nbgrader validate", of='
    ),
    "dask scheduler --host 10.0.0.1": ("tests/test_cluster.py", 'words_of("dask scheduler", of='),
    "dask worker tcp://10.0.0.1:8786 --nworkers 8 --nthreads 1 --preload autograder.cluster_worker": (
        "tests/test_cluster.py", 'words_of("dask worker", of='
    ),
    "createdb grades": ("tests/postgres_server.py", 'words_of("createdb", of='),
}


TYPED = sorted({(name, command) for name in TEXTS for command in commands((ROOT / name).read_text(encoding="utf-8"))})


def parsed(words):
    """Let the command line read a command without running it."""
    group = get_command(app)
    context = typer.Context(group, info_name="autograder")
    name, *arguments = words
    command = group.get_command(context, name)
    assert command is not None, f"autograder has no command {name}"
    with command.make_context(name, arguments, parent=context):
        pass


@pytest.mark.parametrize(("name", "command"), TYPED)
def test_a_command_to_type_is_one_that_runs(name, command):
    if command in ELSEWHERE:
        file, words = ELSEWHERE[command]
        assert words in (ROOT / file).read_text(encoding="utf-8")
        return
    program, *words = shlex.split(re.sub(r"\[[^\]]*\]", "", command))
    if program == "make":
        for target in words:
            assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
        return
    assert program == "autograder", f"no test runs `{command}` of {name}: name one in ELSEWHERE"
    parsed(words)


def test_the_texts_hold_commands_and_no_entry_is_left_over():
    assert {name for name, _ in TYPED} == set(TEXTS)
    assert set(ELSEWHERE) <= {command for _, command in TYPED}


def test_an_autograder_command_in_a_sentence_of_the_guide_can_be_read():
    guide = (ROOT / "book" / "a-instructor-guide.md").read_text(encoding="utf-8")
    found = [words for code in re.findall(r"`(autograder [^`]+)`", guide) if (words := shlex.split(code)[1:])]
    assert len(found) > 8
    for words in found:
        name = {"grade": ["diagnosis"], "run": [], "export": []}.get(words[0], [])
        parsed(words if len(words) > 1 else [*words, *name])


def test_every_transcript_stands_in_the_guide_and_every_file_it_includes_is_there():
    guide = (ROOT / "book" / "a-instructor-guide.md").read_text(encoding="utf-8")
    included = re.findall(r"\{literalinclude\} (\S+)", guide)
    assert sorted(included) == sorted(set(included))
    assert {name for name in included if name.startswith("transcripts/")} == {
        f"transcripts/{path.name}" for path in TRANSCRIPTS.glob("*.txt")
    }
    assert all((ROOT / "book" / name).is_file() for name in included)
