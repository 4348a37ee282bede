"""Files of one's own are copied and moved, with their modes and times.

verdict: full
"""

import shutil
from pathlib import Path

Path("a.txt").write_text("x")
shutil.copy("a.txt", "b.txt")
shutil.copy2("a.txt", "c.txt")
Path("d").mkdir()
shutil.move("c.txt", "d")
shutil.copytree("d", "e")
assert Path("e/c.txt").read_text() == "x"


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
