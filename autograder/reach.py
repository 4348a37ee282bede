"""Pure: whether a cell's source does more than compute, so that it may have changed how other cells run."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Container
from dataclasses import dataclass
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
    exercise gets a second look, which can only help. The time it takes grows with the length of `source` alone.
    """
    if len(source) > _MAX_CHARS:
        return True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the warnings of a student's source are not the grader's
            tree = ast.parse(source)
        return _reaches(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return True  # a magic, or what does not run


def _reaches(tree: ast.Module) -> bool:
    shared, paths = set(_USUAL_ALIASES), []
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            if any(_is_foreign(alias.name) or _is_switch(alias.name) for alias in node.names):
                return True
            shared |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module or '.'}.{alias.name}" for alias in node.names]
            if any(_is_foreign(name) or _is_switch(name) for name in names):
                return True
        elif isinstance(node, ast.Name) and node.id in _NAMES:
            return True
        if isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
            path = _path(node, waiting)
            paths.append(path)
        else:
            waiting += ast.iter_child_nodes(node)
    return any(path.reaches(shared) for path in paths)


@dataclass(frozen=True)
class _Path:
    """What is looked up one after the other: `np.sum(x)[0].T` has the root np and the attributes sum and T."""

    root: str  # empty where it does not begin with a name
    attributes: tuple[str, ...]
    is_changed: bool  # an attribute is set or deleted, or an item of one

    def reaches(self, shared: Container[str]) -> bool:
        """Whether it changes something of a name in `shared`, flips a switch there, or is private."""
        if self.root not in ("self", "cls") and any(a.startswith("_") and a not in _HARMLESS for a in self.attributes):
            return True
        return self.root in shared and (self.is_changed or _is_switch(".".join((self.root, *self.attributes))))


def _path(node: ast.expr, waiting: list[ast.AST]) -> _Path:
    """Return the path that ends in `node`; add what it is given on the way, and its root, to `waiting`."""
    context = getattr(node, "ctx", None)
    last = node.value if isinstance(node, ast.Subscript) else node
    attributes: list[str] = []
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        if isinstance(node, ast.Call):
            waiting += [*node.args, *node.keywords]
            node = node.func
            continue
        if isinstance(node, ast.Subscript):
            waiting.append(node.slice)
        else:
            attributes.append(node.attr)
        node = node.value
    waiting.append(node)
    root = node.id if isinstance(node, ast.Name) else ""
    is_changed = isinstance(last, ast.Attribute) and isinstance(context, ast.Store | ast.Del)
    # a figure's settings are items that every notebook sets
    settings = root == "plt" and "rcParams" in attributes
    return _Path(root, tuple(reversed(attributes)), is_changed and not settings)


def _is_foreign(name: str) -> bool:
    return name.partition(".")[0] not in _PLAIN


def _is_switch(name: str) -> bool:
    """Whether a dotted name stands in a part of a library that is for changing it, or is called like a switch."""
    if any(f"{name}.".startswith(f"{part}.") for part in _SWITCHES):
        return not any(f"{name}.".startswith(f"{part}.") for part in _COMPUTING)
    return any(_SWITCH.match(part) for part in name.split(".")[1:])
