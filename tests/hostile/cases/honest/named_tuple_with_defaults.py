"""A right answer with a named tuple, a data class and an enumeration.

verdict: full
"""

import enum
from collections import namedtuple
from dataclasses import dataclass, field

Pair = namedtuple("Pair", "value weight", defaults=(2,))


@dataclass
class Sum:
    terms: list = field(default_factory=list)


class Kind(enum.Enum):
    SQUARE = 2


def total(values):
    found = Sum([value**Pair(value).weight for value in values])
    return float(sum(found.terms)) if Kind.SQUARE.value == 2 else 0.0
