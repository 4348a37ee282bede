"""Makes mutants of a solution: the same code with one small change in it, as a slip of the pen would make.

The solutions live in notebooks and are judged in the sandbox, where the usual mutation testers do not reach,
so the changes are made here, on the syntax tree.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Path = tuple[tuple[str, int | None], ...]

_ARITHMETIC = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult, ast.FloorDiv: ast.Div, ast.Mod: ast.FloorDiv,
}
_COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}
_FUNCTIONS = {
    "mean": "sum", "sum": "mean", "max": "min", "min": "max", "ceil": "floor", "floor": "ceil", "any": "all",
    "all": "any", "zeros": "ones", "std": "var", "var": "std", "permutation": "arange", "uniform": "normal",
    "integers": "uniform", "arange": "ones", "quantile": "percentile", "percentile": "quantile",
}


@dataclass(frozen=True)
class Mutant:
    """A solution with one change; `before` and `after` are the statement (its head, if it is long) it is in."""

    source: str
    line: int
    before: str
    after: str


def mutants(source: str) -> tuple[Mutant, ...]:
    """Return the mutants of `source`, each once, in the order of the code."""
    tree = ast.parse(source)
    unchanged = ast.unparse(tree)
    found: dict[str, Mutant] = {}
    for path, statement, node in _sites(tree, (), ()):
        for change in _changes(node):
            changed = copy.deepcopy(tree)
            _put(changed, path, change)
            ast.fix_missing_locations(changed)
            text = ast.unparse(changed)
            if text != unchanged and text not in found:
                found[text] = Mutant(
                    text, getattr(node, "lineno", 0), _head(_at(tree, statement)), _head(_at(changed, statement))
                )
    return tuple(found.values())


def _sites(node: ast.AST, path: Path, statement: Path) -> Iterator[tuple[Path, Path, ast.AST]]:
    """Yield every place worth a change: its path from the root, the path of its statement, and what is there."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "exc", "msg", "type_params"):
            continue  # what a message says, and what a hint claims, is nobody's result
        children = value if isinstance(value, list) else [value]
        for i, child in enumerate(children):
            if not isinstance(child, ast.AST) or _is_silent(child, node, field, i):
                continue
            here = (*path, (field, i if isinstance(value, list) else None))
            inside = here if isinstance(child, ast.stmt) else statement
            yield here, inside, child
            yield from _sites(child, here, inside)


def _is_silent(child: ast.AST, parent: ast.AST, field: str, i: int) -> bool:
    """Tell whether no change of `child` could matter: docstrings, imports, formatted text."""
    is_docstring = (
        field == "body" and i == 0 and isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        and isinstance(child.value.value, str) and isinstance(parent, ast.FunctionDef | ast.ClassDef)
    )
    return is_docstring or isinstance(child, ast.Import | ast.ImportFrom | ast.JoinedStr | ast.expr_context)


def _at(tree: ast.AST, path: Path) -> Any:
    node: Any = tree
    for field, i in path:
        node = getattr(node, field) if i is None else getattr(node, field)[i]
    return node


def _put(tree: ast.AST, path: Path, new: ast.AST) -> None:
    parent, (field, i) = _at(tree, path[:-1]), path[-1]
    if i is None:
        setattr(parent, field, new)
    else:
        getattr(parent, field)[i] = new


def _head(statement: ast.AST) -> str:
    return ast.unparse(statement).split("\n")[0]


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in place of `node`."""
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            yield from (left, right)
            if type(op) in _ARITHMETIC:
                yield ast.BinOp(left, _ARITHMETIC[type(op)](), right)
        case ast.UnaryOp(op=ast.USub() | ast.Not(), operand=operand):
            yield operand
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            for i, op in enumerate(ops):
                for other in _COMPARISONS[type(op)]:
                    yield ast.Compare(left, [*ops[:i], other(), *ops[i + 1 :]], comparators)
            if len(ops) > 1:
                yield ast.Compare(left, ops[:1], comparators[:1])
                yield ast.Compare(comparators[-2], ops[-1:], comparators[-1:])
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
            yield from values
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Constant(value=str(value)):
            yield ast.Constant(value + "_")
        case ast.Slice(lower=lower, upper=upper, step=step):
            if lower is not None:
                yield ast.Slice(None, upper, step)
            if upper is not None:
                yield ast.Slice(lower, None, step)
        case ast.Tuple(elts=elements, ctx=ast.Load()) if len(elements) > 1:
            yield ast.Tuple(elements[::-1], ast.Load())
        case ast.Call():
            yield from _changed_calls(node)
        case ast.stmt():
            yield from _changed_statements(node)


def _changed_calls(call: ast.Call) -> Iterator[ast.AST]:
    function, arguments, keywords = call.func, call.args, call.keywords
    for i in range(len(keywords)):
        yield ast.Call(function, arguments, keywords[:i] + keywords[i + 1 :])
    if len(arguments) == 1:
        yield arguments[0]
    if len(arguments) == 2:
        yield ast.Call(function, arguments[::-1], keywords)
    if isinstance(function, ast.Attribute):
        if not arguments and not keywords:
            yield function.value
        if function.attr in _FUNCTIONS:
            yield ast.Call(ast.Attribute(function.value, _FUNCTIONS[function.attr], ast.Load()), arguments, keywords)


def _changed_statements(statement: ast.stmt) -> Iterator[ast.AST]:
    match statement:
        case ast.Assign() | ast.AugAssign() | ast.Expr() | ast.Raise() | ast.Delete():
            yield ast.Pass()
        case ast.Return(value=value) if value is not None:
            yield ast.Return(None)
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.If(body=body, orelse=orelse):
            yield ast.If(ast.Constant(True), body, orelse)
            yield ast.If(ast.Constant(False), body, orelse)
        case ast.While(body=body, orelse=orelse):
            yield ast.While(ast.Constant(False), body, orelse)
        case ast.For(target=target, body=body, orelse=orelse):
            yield ast.For(target, ast.Tuple([], ast.Load()), body, orelse)
            yield ast.For(target, statement.iter, [*body, ast.Break()], orelse)
    if isinstance(statement, ast.AugAssign) and type(statement.op) in _ARITHMETIC:
        yield ast.AugAssign(statement.target, _ARITHMETIC[type(statement.op)](), statement.value)
