"""What a cell of Python defines at its top level, read without running it."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable, Iterator

_MAX_CHARS = 200_000
# For a cell that isn't Python as it stands (a magic, a slip): a definition at the start of a line.
_DEFINITION = re.compile(r"^(?:(?:async[ \t]+)?def|class)[ \t]+(\w+)|^(\w+)[ \t]*=(?!=)", re.MULTILINE)
_BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.AsyncFor, ast.AsyncWith)


def defined_names(source: str) -> frozenset[str]:
    """Return the functions, classes and variables that running `source` would define."""
    tree = _parsed(source)
    if tree is None:
        return frozenset(match[1] or match[2] for match in _DEFINITION.finditer(source[:_MAX_CHARS]))
    return frozenset(_names(tree.body))


def same_code(source: str, other: str) -> bool:
    """Whether the two are the same but for white space at line ends, comments and layout."""
    if normalised(source) == normalised(other):
        return True
    tree, other_tree = _parsed(source), _parsed(other)
    if tree is None or other_tree is None:
        return False
    try:
        return ast.dump(tree) == ast.dump(other_tree)
    except RecursionError:
        return False


def normalised(source: str) -> str:
    """Return `source` without the white space that editors add and remove."""
    return "\n".join(line.rstrip() for line in source.strip().split("\n"))


def _parsed(source: str) -> ast.Module | None:
    if len(source) > _MAX_CHARS:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the warnings of a student's source are not the grader's
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return None


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
