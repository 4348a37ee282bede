"""What several test files share: the course's folder and one warm sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.sandbox import Sandbox

COURSE = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def course_root() -> Path:
    return COURSE


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One warm worker for all tests: starting it takes seconds, a child takes milliseconds."""
    with Sandbox() as warm:
        yield warm
