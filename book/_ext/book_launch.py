"""What a page's notebook runs with: the versions it was built with, and, once published, a place to open it in."""

from __future__ import annotations

import platform
import re
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ADDRESS = re.compile(r"https://github\.com/(?P<repository>[\w.-]+/[\w.-]+?)(?:\.git)?/?")
# The branch to which .github/workflows/book.yml publishes the folder `notebooks` of the built book.
BRANCH = "notebooks"
# What a page's notebook imports; also what each page says it was built with.
LIBRARIES = {"numpy": "NumPy", "scipy": "SciPy", "torch": "PyTorch", "matplotlib": "Matplotlib"}


def repository(app: Sphinx) -> str | None:
    """Return owner and name of the published repository, or None while it has no address."""
    address = app.config.html_theme_options.get("repository_url", "")
    if not address:
        return None
    found = ADDRESS.fullmatch(address)
    if found is None:
        message = (
            f"_config.yml: repository_url is {address!r}; expected https://github.com/OWNER/NAME. "
            "Correct it, or leave it empty to show no launch buttons."
        )
        raise ConfigError(message)
    return found["repository"]


def public_version(library: str) -> str:
    """Return an installed library's version as the package index knows it, without a build's own suffix."""
    return version(library).split("+")[0]


def built_with() -> str:
    """Return the versions of Python and of the libraries that the pages use, in words."""
    *libraries, last = [f"{name} {public_version(library)}" for library, name in LIBRARIES.items()]
    return f"Python {platform.python_version()}, {', '.join(libraries)} and {last}"


def write_environment(app: Sphinx, exception: Exception | None) -> None:
    """Write beside the notebooks what Binder installs, and anyone who downloads them may."""
    if exception or app.builder.name != "html":
        return
    # Without the second index Linux would download a build for graphics cards, of several gigabytes.
    lines = ["--extra-index-url https://download.pytorch.org/whl/cpu"]
    lines += [f"{library}=={public_version(library)}" for library in LIBRARIES]
    folder = Path(app.outdir) / "notebooks"
    folder.mkdir(exist_ok=True)
    (folder / "requirements.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "runtime.txt").write_text("python-3.11\n", encoding="utf-8")


def add_to_page(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Tell the page template the versions, and where the notebook opens: nowhere, while nothing is published."""
    context["built_with"] = app.config.book_built_with
    published = repository(app)
    if published is None or not context.get("notebook"):
        context["launch"] = []
        return
    notebook = context["notebook"].rsplit("/", 1)[-1]
    context["launch"] = [
        ("Colab", f"https://colab.research.google.com/github/{published}/blob/{BRANCH}/{notebook}"),
        ("Binder", f"https://mybinder.org/v2/gh/{published}/{BRANCH}?urlpath=lab/tree/{notebook}"),
    ]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the buttons, the versions and the environment."""
    # Another version is a change of every page, which Sphinx would not notice by itself.
    app.add_config_value("book_built_with", built_with(), "html")
    app.connect("html-page-context", add_to_page, priority=600)  # after book_notebooks has named the notebook
    app.connect("build-finished", write_environment)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
