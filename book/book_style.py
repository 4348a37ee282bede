"""How every figure of the book looks: vector, transparent, one set of colours; pages run without it too."""

import sys

import matplotlib as mpl
from matplotlib_inline.backend_inline import set_matplotlib_formats

# The site replaces each of these colours by one that suits the page's theme (book/_ext/book_figures.py), so
# draw with them alone: INK for axes and text, GRID for grid lines, PAPER for the page, "C0" to "C4" for what
# the figure shows.
INK = "#767779"
GRID = "#b9babc"
PAPER = "#fdfefd"
# Okabe and Ito's colours, without those too pale on white.
CYCLE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9")

STYLE = {
    "figure.figsize": (5.4, 3.5),
    "figure.facecolor": "none",
    "figure.constrained_layout.use": True,
    "axes.facecolor": "none",
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.titlecolor": INK,
    "axes.titlesize": 10.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.prop_cycle": mpl.cycler(color=CYCLE),
    "grid.color": GRID,
    "grid.linewidth": 0.5,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "font.size": 10.5,
    "legend.frameon": False,
    "lines.linewidth": 1.8,
    "lines.markersize": 5,
    "savefig.facecolor": "none",
    "svg.fonttype": "path",
    "svg.hashsalt": "fit-a-line-twice",  # the same figure gives the same bytes
}


def use() -> None:
    """Draw every following figure of this notebook in the book's style, as SVG."""
    # `glue` imports jsonschema, which would spend two seconds of every page on compiling this optional
    # checker of internationalised addresses; without it jsonschema leaves such addresses unchecked.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # None: the documented "no such module"
    set_matplotlib_formats("svg", metadata={"Date": None})
    mpl.rcParams.update(STYLE)
