"""What a cell of Python defines and means, read without running it."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

_MAX_CHARS = 100_000
# Python 3.11 reads an f-string from its start again for each of its fields.
_FORMATTED = re.compile(r"(?<!\w)(?:f|fr|rf)['\"]", re.IGNORECASE)
_MAX_FIELDS = 2_000
# For a cell that isn't Python as it stands (a magic, a slip): a definition at the start of a line.
_DEFINITION = re.compile(r"^(?:(?:async[ \t]+)?def|class)[ \t]+(\w+)|^(\w+)[ \t]*=(?!=)", re.MULTILINE)
_FENCED = re.compile(r"\s*```\w*\n(.*?)\n?```\s*", re.DOTALL)
_MAGIC = re.compile(r"^[ \t]*[%!].*$", re.MULTILINE)
_BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.AsyncFor, ast.AsyncWith)


@dataclass(frozen=True)
class PythonSource:
    """A cell's source as Python reads it.

    `names` are the functions, classes and variables that running it would define. Two sources have the same
    `meaning` when they differ at most in comments and layout.
    """

    names: frozenset[str]
    meaning: str


@lru_cache(maxsize=256)  # most cells of a class are the same: the released ones, and stubs
def python_source(source: str) -> PythonSource:
    """Read `source`; what isn't Python means its own text and defines what looks like a definition."""
    tree = parsed(source)
    with suppress(RecursionError, MemoryError):
        if tree is not None:
            return PythonSource(frozenset(_names(tree.body)), ast.dump(tree) if tree.body else "")
    found = _DEFINITION.finditer(source[:_MAX_CHARS])
    return PythonSource(frozenset(match[1] or match[2] for match in found), normalised(source))


def parsed(source: str) -> ast.Module | None:
    """Return the tree of `source`, or None where it isn't Python, or too long to be read."""
    try:
        if len(source) > _MAX_CHARS or (source.count("{") > _MAX_FIELDS and _FORMATTED.search(source)):
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the warnings of a student's source are not the grader's
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return None


def normalised(source: str) -> str:
    """Return `source` without the white space that editors add and remove."""
    return "\n".join(line.rstrip() for line in source.strip().split("\n"))


def added_lines(released: str, source: str) -> str:
    """Return what `source` has besides the lines of `released`, if those are all there in order."""
    wanted = [line.rstrip() for line in released.strip().split("\n")]
    added: list[str] = []
    found = 0
    for line in source.strip().split("\n"):
        if found < len(wanted) and line.rstrip() == wanted[found]:
            found += 1
        else:
            added.append(line)
    return "\n".join(added).strip("\n") if found == len(wanted) else ""


def kept_besides(released: str, source: str, course: Container[str]) -> str:
    """Return what a changed cell imports, defines and says in words besides what the course's cells do.

    `course` holds their statements, dumped. What else was changed is left out: it may undo what the cell is for.
    """
    lines = _MAGIC.sub("", source).split("\n")
    tree = parsed("\n".join(lines))
    if tree is None:  # each import that stands on a line of its own may still be one
        tree = ast.Module([one for line in lines for one in _imports(line)], [])
    defined = python_source(released).names
    imports, others = [], []
    with suppress(RecursionError, MemoryError, ValueError):  # what is nested too deeply is not written out
        for statement in tree.body:
            if isinstance(statement, ast.Import | ast.ImportFrom):
                if ast.dump(statement) not in course:
                    imports.append(ast.unparse(statement))
            elif _only_names(statement) and not defined & {*_names([statement])} and ast.dump(statement) not in course:
                others.append(_as_written(statement, lines))
    known = set(map(str.strip, released.split("\n")))
    comments = [line for line in lines if line.startswith("#") and not known & {line.strip(), line.strip("# \t")}]
    return "\n".join((*imports, *others, *comments))


def statements(source: str) -> frozenset[str]:
    """Return the statements of a cell, dumped."""
    tree = parsed(source)
    return frozenset(map(ast.dump, tree.body)) if tree is not None else frozenset()  # the course's own: never deep


def _imports(line: str) -> list[ast.stmt]:
    tree = parsed(line) if line.startswith(("import ", "from ")) else None
    return [one for one in tree.body if isinstance(one, ast.Import | ast.ImportFrom)] if tree is not None else []


def _only_names(statement: ast.stmt) -> bool:
    """Whether a statement only defines something, gives it a name, or is a text."""
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, str)
    if isinstance(statement, ast.Assign):
        return all(isinstance(target, ast.Name) for target in statement.targets)
    return isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


def _as_written(statement: ast.stmt, lines: Sequence[str]) -> str:
    if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return ast.unparse(statement)
    first = min([statement.lineno, *(decorator.lineno for decorator in statement.decorator_list)])
    return "\n".join(lines[first - 1 : statement.end_lineno])


def _names(body: Iterable[ast.stmt]) -> Iterator[str]:
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield statement.name
        elif isinstance(statement, ast.Assign):
            yield from (name for target in statement.targets for name in _bound(target))
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            yield from _bound(statement.target)
        elif isinstance(statement, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in statement.names)
        elif isinstance(statement, _BLOCKS):
            yield from _names(node for node in ast.iter_child_nodes(statement) if isinstance(node, ast.stmt))


def _bound(target: ast.expr) -> Iterator[str]:
    for node in ast.walk(target):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def unfenced(source: str) -> str:
    """Return what stands in a fence of Markdown, or `source` where that is no single fence."""
    fenced = _FENCED.fullmatch(source)
    return fenced[1] if fenced else source
