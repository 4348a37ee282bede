"""Pure: whether a cell's source does more than compute, so that it may have changed how other cells run."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Mapping
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
_USUAL_ALIASES = {
    "np": "numpy", "plt": "matplotlib.pyplot", "nn": "torch.nn", "F": "torch.nn.functional", "optim": "torch.optim",
    "stats": "scipy.stats", "optimize": "scipy.optimize", **{name: name for name in _LIBRARIES},
}
_ALSO_VARIABLES = frozenset({"F", "optim", "stats", "optimize"})  # what an honest answer may call something else
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
    shared = dict(_USUAL_ALIASES)
    bare: set[str] = set()
    bound: set[str] = set()
    paths: list[_Path] = []
    aliases: list[tuple[str, _Path]] = []
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if _is_telling(node):
            return True
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                shared[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom):
            shared |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.Name):
            (bare if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            if names and isinstance(node.value, ast.Attribute):
                value = _path(node.value, [])
                aliases += [(name, value) for name in names]
        if isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
            paths.append(_path(node, waiting))
        else:
            waiting += ast.iter_child_nodes(node)
    shared = {name: what for name, what in shared.items() if name not in bound & _ALSO_VARIABLES}
    shared |= {name: value.meaning(shared) for name, value in aliases if value.root in shared and not value.is_called}
    modules = {name for name, what in shared.items() if what in _LIBRARIES or what in _USUAL_ALIASES.values()}
    return bool(bare & modules) or any(path.reaches(shared) for path in paths)


def _is_telling(node: ast.AST) -> bool:
    """Whether this alone says that a cell does more than compute."""
    if isinstance(node, ast.Import):
        return any(_is_foreign(alias.name) or _is_switch(alias.name) for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        names = [f"{node.module or '.'}.{alias.name}" for alias in node.names]
        return any(_is_foreign(name) or _is_switch(name) for name in names)
    if isinstance(node, ast.FunctionDef):
        return node.name == "__del__"  # it runs whenever garbage is collected
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "getattr":
        name = node.args[1].value if len(node.args) > 1 and isinstance(node.args[1], ast.Constant) else None
        return not isinstance(name, str) or _is_private(name)
    return isinstance(node, ast.Name) and node.id in _NAMES


def _is_private(name: str) -> bool:
    return name.startswith("_") and name not in _HARMLESS


@dataclass(frozen=True)
class _Path:
    """What is looked up one after the other: `np.sum(x)[0].T` has the root np and the attributes sum and T."""

    root: str  # empty where it does not begin with a name
    attributes: tuple[str, ...]
    is_changed: bool  # an attribute is set or deleted, or an item of one
    is_called: bool  # so that it is no longer what its root has, but something made of it
    is_telling: bool

    def meaning(self, shared: Mapping[str, str]) -> str:
        """Return it with what its root stands for: `np.lib` is numpy.lib."""
        return ".".join((shared[self.root], *self.attributes))

    def reaches(self, shared: Mapping[str, str]) -> bool:
        """Whether it changes something of a name in `shared`, flips a switch there, or is private."""
        if self.is_telling or (self.root not in ("self", "cls") and any(map(_is_private, self.attributes))):
            return True
        return self.root in shared and (self.is_changed or _is_switch(self.meaning(shared)))


def _path(node: ast.expr, waiting: list[ast.AST]) -> _Path:
    """Return the path that ends in `node`; add what it is given on the way, and its root, to `waiting`."""
    context = getattr(node, "ctx", None)
    last = node.value if isinstance(node, ast.Subscript) else node
    attributes: list[str] = []
    is_called = is_telling = False
    inner: ast.expr = node
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        inner = node
        if isinstance(node, ast.Call):
            waiting += [*node.args, *node.keywords]
            is_called, is_telling, node = True, is_telling or _is_telling(node), node.func
            continue
        if isinstance(node, ast.Subscript):
            waiting.append(node.slice)
        else:
            attributes.append(node.attr)
        node = node.value
    root = node.id if isinstance(node, ast.Name) else ""
    if not root or root in _NAMES or not isinstance(inner, ast.Attribute):
        waiting.append(node)
    is_changed = isinstance(last, ast.Attribute) and isinstance(context, ast.Store | ast.Del)
    # a figure's settings are items that every notebook sets
    settings = root == "plt" and "rcParams" in attributes
    return _Path(root, tuple(reversed(attributes)), is_changed and not settings, is_called, is_telling)


def _is_foreign(name: str) -> bool:
    return name.partition(".")[0] not in _PLAIN


def _is_switch(name: str) -> bool:
    """Whether a dotted name stands in a part of a library that is for changing it, or is called like a switch."""
    if any(f"{name}.".startswith(f"{part}.") for part in _SWITCHES):
        return not any(f"{name}.".startswith(f"{part}.") for part in _COMPUTING)
    return any(_SWITCH.match(part) for part in name.split(".")[1:])
