"""Pure: whether a cell's source does more than compute, so that it may have changed how other cells run."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from functools import lru_cache

_MAX_CHARS = 100_000
_LIBRARIES = frozenset({"numpy", "scipy", "torch", "matplotlib"})
# What an answer imports in order to compute; of the libraries, what has no switches for all that follows.
_PLAIN = frozenset({
    "abc", "cmath", "collections", "copy", "dataclasses", "decimal", "enum", "fractions", "functools", "itertools",
    "math", "numbers", "operator", "random", "re", "statistics", "string", "time", "typing", "__future__", *_LIBRARIES,
})
_SWITCHES = frozenset({"torch.library", "torch.overrides", "torch.utils", "torch.fx", "torch.func", "numpy.lib"})
_COMPUTING = frozenset({"torch.utils.data"})
_USUAL_ALIASES = frozenset({"np", "plt", "nn", "F", "optim", "stats", "optimize", *_LIBRARIES})
_NAMES = frozenset({
    "__builtins__", "__import__", "compile", "delattr", "eval", "exec", "get_ipython", "globals", "locals", "setattr",
    "vars",
})
_HARMLESS = frozenset({"__init__", "__name__", "__doc__", "__version__", "__class__", "__len__", "__getitem__"})
_SWITCH = re.compile(r"set_(?!title|label|xlabel|ylabel|xlim|ylim|xticks|yticks|xscale|yscale|aspect|data|printoptions)"
                     r"|register_|seterr|use_|enable_|disable_|.*_hook$|.*_mode$|default_generator$|overrides$|library$")


@lru_cache(maxsize=256)  # most cells of a class are the same
def reaches_further(source: str) -> bool:
    """Return whether `source` touches what all cells share: other modules, private names, switches, magics.

    It says nothing about intent, and a cell that hides it well is not found: the answer decides whether another
    exercise gets a second look, which can only help.
    """
    if len(source) > _MAX_CHARS:
        return True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the warnings of a student's source are not the grader's
            tree = ast.parse(source)
        return any(_found(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return True  # a magic, or what does not run


def _found(tree: ast.Module) -> Iterator[bool]:
    imported = _USUAL_ALIASES | {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield any(_is_far(alias.name) for alias in names)
            case ast.ImportFrom(module=module, names=names):
                yield any(_is_far(f"{module or '.'}.{a.name}") or bool(_SWITCH.match(a.name)) for a in names)
            case ast.Name(id=name):
                yield name in _NAMES
            case ast.Attribute(value=value, attr=attribute, ctx=context):
                root = _root(value)
                yield attribute.startswith("_") and attribute not in _HARMLESS and root not in ("self", "cls")
                yield root in imported and not isinstance(context, ast.Load)
                yield root in imported and (bool(_SWITCH.match(attribute)) or _is_far(ast.unparse(node)))
            case ast.Subscript(value=value, ctx=ast.Store() | ast.Del()):
                yield isinstance(value, ast.Attribute) and _root(value) in imported - {"plt"}


def _is_far(name: str) -> bool:
    if any(name == one or name.startswith(f"{one}.") for one in _SWITCHES):
        return not any(name == one or name.startswith(f"{one}.") for one in _COMPUTING)
    first = name.partition(".")[0]
    return first not in _PLAIN and first not in _USUAL_ALIASES


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""
