"""The benchmark's result as a picture: seconds per submission on a logarithmic scale."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")
import matplotlib.pyplot as plt

COLOURS = {
    "floor": "0.6", "ours_2": "#0b6e4f", "ours_1": "#5fb49c", "ours_dask": "#8fc7b5", "nbgrader": "#c05621",
    "otter": "#7b3fa0",
}
NAMES = {
    "floor": "floor: one warm process,\nno isolation, no gradebook", "ours_2": "autograder grade, two workers",
    "ours_1": "autograder grade, one worker", "ours_dask": "autograder grade, two Dask workers",
    "nbgrader": "nbgrader autograde", "otter": "otter run",
}


def draw(document: dict[str, Any], path: Path) -> None:
    """Draw one group of bars an assignment, each from the least to the largest of its rounds."""
    results = document["assignments"]
    fig, ax = plt.subplots(figsize=(7.5, 1.2 + 1.1 * len(results)), layout="constrained")
    height = 0.8 / len(NAMES)
    for row, result in enumerate(results.values()):
        for place, name in enumerate(NAMES):
            each = [one[name]["each"] for one in result["rounds"] if name in one]
            if not each:
                continue
            y = row + (place - (len(NAMES) - 1) / 2) * height
            middle = statistics.median(each)
            ax.barh(y, middle, height * 0.9, color=COLOURS[name], label=NAMES[name] if row == 0 else None)
            ax.plot([min(each), max(each)], [y, y], color="0.2", linewidth=1)
            ax.annotate(f" {middle:.2f} s", (max(each), y), va="center", fontsize=8)
    ax.set_yticks(range(len(results)), list(results))
    ax.invert_yaxis()
    ax.set_xscale("log")
    ax.set_xlim(left=0.5 * min(one[name]["each"] for r in results.values() for one in r["rounds"] for name in one))
    ax.xaxis.set_major_formatter("{x:g}")
    ax.xaxis.set_minor_formatter("")
    ax.set_xlabel("seconds per submission, logarithmic; the line spans the rounds")
    ax.spines[["top", "right"]].set_visible(False)
    fig.legend(loc="outside lower center", ncols=2, fontsize=8, frameon=False)
    fig.savefig(path, metadata={"Date": None})
    plt.close(fig)
