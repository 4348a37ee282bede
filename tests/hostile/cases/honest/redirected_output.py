"""A right answer that redirects what it prints.

verdict: full
"""

import contextlib
import io


def total(values):
    with contextlib.redirect_stdout(io.StringIO()) as text, contextlib.redirect_stderr(io.StringIO()):
        print(float(np.sum(np.asarray(values, dtype=float) ** 2)))
    return float(text.getvalue())
