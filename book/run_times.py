"""Say how long the cells of each page took when they last ran: python book/run_times.py."""

from __future__ import annotations

import sys
from pathlib import Path

from jupyter_cache import get_cache

CACHE = Path(__file__).resolve().parent.parent / "_build" / ".jupyter_cache"


def main() -> int:
    """Print the seconds that the book's cache has recorded, page by page."""
    if not CACHE.is_dir():
        print(f"run_times: {CACHE} is missing; run make book first.", file=sys.stderr)
        return 2
    seconds: dict[str, float] = {}
    for record in get_cache(CACHE).list_cache_records():  # the newest record of a page comes last
        seconds[Path(record.uri).stem] = record.data.get("execution_seconds", 0.0)
    for page, taken in sorted(seconds.items()):
        print(f"{page:24}{taken:7.1f} s")
    print(f"{'all pages':24}{sum(seconds.values()):7.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
