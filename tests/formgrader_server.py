"""The real formgrader: a Jupyter server for one course, and what a grader does in its pages."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from typed_commands import PATH, words_of

LOADS = 120_000  # milliseconds; on a busy machine the page's own requests take long


@contextmanager
def serve(course, home, **more):
    """Yield address and token of a Jupyter server that serves formgrader for a course, on this machine alone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home.mkdir()
    token = secrets.token_hex(16)
    environment = {
        **os.environ, "HOME": str(home), "JUPYTER_CONFIG_DIR": str(home), "JUPYTER_DATA_DIR": str(home),
        "JUPYTER_RUNTIME_DIR": str(home), "IPYTHONDIR": str(home), "JUPYTER_NO_CONFIG": "1",
        "PATH": PATH, **more,
    }
    log = home / "server.log"
    with log.open("w") as lines:
        server = subprocess.Popen(
            [
                *words_of("jupyter", of="exercises/README.md"), "--no-browser", "--allow-root",
                "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
                f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={course}",
                "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
            ],
            cwd=course, env=environment, stdout=lines, stderr=subprocess.STDOUT, start_new_session=True,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(f"{address}/api/status?token={token}", server, log)
            yield address, token
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=30)


def _wait_for(url, server, log):
    for _ in range(600):
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the server did not answer:\n{log.read_text()}")


def give(tab, field, text):
    """Fill a field of formgrader's as a grader does, and wait until the server has it."""
    with tab.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        tab.locator(f"[id='{field}']").fill(text)
        tab.locator(f"[id='{field}']").blur()


def open_submission(tab, address, token, assignment, student, cell):
    """Walk from the course to one student's notebook as a grader does; return when its fields take marks."""
    # formgrader asks the network for MathJax and works without it: a network that never answers holds the page up
    tab.route(lambda url: not url.startswith(address), lambda route: route.abort())
    tab.goto(f"{address}/formgrader/gradebook?token={token}")
    tab.get_by_role("link", name=assignment).first.click()
    tab.wait_for_url(f"**/gradebook/{assignment}")
    tab.get_by_role("link", name=assignment).last.click()
    tab.wait_for_url(f"**/gradebook/{assignment}/{assignment}")
    row = tab.locator("tr", has=tab.locator(".name-shown", has_text=student))
    row.locator("a").first.click(force=True)
    tab.wait_for_selector(f"[id='{cell}']")
    # what is typed before the page knows its marks is thrown away
    tab.wait_for_function("formgrader.grades?.loaded && formgrader.comments?.loaded", timeout=LOADS)
