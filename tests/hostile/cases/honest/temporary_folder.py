"""A right answer that uses a temporary folder.

verdict: full
"""

import tempfile
from pathlib import Path


def total(values):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "notes").write_text("x")
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
