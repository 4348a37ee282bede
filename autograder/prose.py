"""What a student says in words, in whichever cell it stands, read without running anything."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from keyword import iskeyword

from autograder.python_source import parsed

_PHRASES = (3, 5)  # so many words in a row that the course wrote too are taken for the course's
_ENOUGH_IN_CODE = 12  # words of comment that are more than a note on the code beside them
_ENOUGH_IN_A_STRING = 3
# Chinese, Japanese and Korean put no space between words: each character counts as one.
_WORD = re.compile("[\u2e80-\ud7ff]|[^\\W\u2e80-\ud7ff]+")
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-Z]{4}")
_MAGIC = re.compile(r"^[ \t]*[%!?].*$", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*#+(.*)$", re.MULTILINE)
_STRING = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
_CODE = re.compile(r"[=()\[\]{}.]|^\s*(?:import|from|del|pass|return)\b", re.MULTILINE)
_BLANKS = re.compile(r"\n{3,}")


def said_in_code(source: str) -> str:
    """Return what a cell of code says in words: its comments and texts, or all of it where it is none of Python."""
    source = _MAGIC.sub("", source)
    tree = parsed(source)
    if tree is None:
        return source.strip() if _reads_as_words(source) else ""
    comments = textwrap.dedent("\n".join(_COMMENT.findall(source)))
    texts = [_text(statement) for statement in tree.body]
    said = "\n".join(filter(None, [comments.strip("\n"), *texts]))
    if None in texts:
        return said if _reads_as_words(said) and len(_WORD.findall(said)) >= _ENOUGH_IN_CODE else ""
    return said if any(texts) or _reads_as_words(comments) else ""


def fresh(text: str, known: Container[tuple[str, ...]]) -> str:
    """Return what `text` says beyond the `known` phrases: whole lines, or what was typed into one."""
    words = list(_WORD.finditer(text))
    said = [word[0].casefold() for word in words]
    new, other = (_new(said, known, length) for length in _PHRASES)
    kept: list[str] = []
    at = begins = 0
    keeping = False
    for line in text.split("\n"):
        first, begins = at, begins + len(line) + 1
        while at < len(words) and words[at].start() < begins:
            at += 1
        if first == at:
            kept.append(line.rstrip() if keeping else "")
            continue
        # A misspelling is one new word in a known line; an answer is more, or its line is new for the most part.
        keeping = any(new[i] and new[i + 1] for i in range(first, at - 1)) or 2 * sum(other[first:at]) > at - first
        keeping = keeping and tuple(said[first:at]) not in known
        if keeping:
            kept.append((line if other[first] else text[words[other.index(True, first)].start() : begins - 1]).rstrip())
    return _BLANKS.sub("\n\n", "\n".join(kept)).strip("\n")


def _new(said: Sequence[str], known: Container[tuple[str, ...]], length: int) -> list[bool]:
    """Return for each word whether it stands in no known phrase of this length."""
    new = [True] * len(said)
    for start in range(len(said) - length + 1):
        if tuple(said[start : start + length]) in known:
            new[start : start + length] = [False] * length
    return new


def phrases(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return all phrases of the texts, and their lines."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = _WORD.findall(text.casefold())
        for length in _PHRASES:
            found.update(tuple(words[start : start + length]) for start in range(len(words) - length + 1))
        found.update(tuple(_WORD.findall(line)) for line in text.casefold().split("\n"))
    return frozenset(found)


def _text(statement: ast.stmt) -> str | None:
    """Return the text that a statement only states, names or prints; None where it does anything else."""
    value = statement.value if isinstance(statement, ast.Expr | ast.Assign) else None
    stated = isinstance(statement, ast.Expr) and isinstance(value, ast.Constant)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "print":
        value = value.args[0] if len(value.args) == 1 else None
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value if stated or len(_WORD.findall(value.value)) >= _ENOUGH_IN_A_STRING else None
    return None


def _reads_as_words(text: str) -> bool:
    """Whether two words follow each other as they never do in Python, unless all is code that was commented out."""
    bare = _MAGIC.sub("", text)
    if _OTHER_SCRIPT.search(bare):
        return True
    if _CODE.search(bare) and parsed(bare) is not None:
        return False
    for line in _STRING.sub("", bare).split("\n"):
        words = list(_WORD.finditer(line))
        joined = [not line[one.end() : other.start()].strip() for one, other in pairwise(words)]
        plain = [not iskeyword(word[0]) and not word[0][0].isdigit() for word in words]
        if any(beside and plain[n] and plain[n + 1] for n, beside in enumerate(joined)):
            return True
    return False
