"""The grading package of Fit a Line Twice: student notebooks computed in a sandbox, judged outside it."""

import sys

# jsonschema, which nbformat imports, would build a grammar of web addresses from this optional package: seconds
# in every process, for a format that no notebook has. An import that finds None is an import that fails.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
