"""Text as a terminal would have shown it: colours stay, every other control character and sequence goes."""

from __future__ import annotations

import re

# ESC [ ... final byte: colours end in m; anything else moves the cursor, clears, or asks the terminal.
_CONTROL_SEQUENCE = re.compile(r"\x1b\[([0-?]{0,100})[ -/]{0,10}([@-~])")
# ESC ] ... (title, hyperlink) and ESC P, X, ^, _ ... (device strings): dropped with what they carry.
_STRING_SEQUENCE = re.compile(r"\x1b[\]PX^_][^\x07\x1b]{0,1000}(?:\x07|\x1b\\)?")
_CODE = r"(?:10[0-7]|[1-9]?[0-9])"
_COLOUR = re.compile(rf"(?:[34]8;5;\d{{1,3}}|[34]8;2;\d{{1,3}};\d{{1,3}};\d{{1,3}}|(?![34]8){_CODE})?")
_MAX_COLOURS = 2_000
# Control characters but tab and newline; lone surrogates; marks that reverse the direction of reading.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


def cut(text: str, max_chars: int, left_out: int = 0) -> str:
    """Return `text`, or its beginning and end with a note between them of how much is left out.

    `left_out` characters were left out of the middle before.
    """
    kept = min(len(text), max_chars)
    left_out += len(text) - kept
    if not left_out:
        return text
    tail = kept // 4
    return f"{text[: kept - tail]}\n[... {left_out} characters not shown ...]\n{text[len(text) - tail :]}"


def printable(text: str) -> str:
    """Return `text` without control characters, lone surrogates, and marks that reverse what is read."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def spelled(text: str) -> str:
    """Return `text` with an escape, as Python writes it, for each character that `printable` leaves out."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text.replace("\r\n", "\n"))


def clean_terminal_text(text: str, max_chars: int) -> str:
    """Return what a terminal would have shown: carriage returns overwrite, colours stay, the rest goes."""
    # A first cut, with room for what is removed below, keeps the work in proportion to what can be shown.
    left_out = max(0, len(text) - 4 * max_chars)
    text = (text[: 3 * max_chars] + text[3 * max_chars + left_out :]).replace("\r\n", "\n")
    text = "\n".join(map(_last_written, text.split("\n")))
    text = _STRING_SEQUENCE.sub("", text)
    pieces: list[str] = []
    end = colours = 0
    for match in _CONTROL_SEQUENCE.finditer(text):
        pieces.append(printable(text[end : match.start()]))
        # nbconvert copies the rest of the text at each colour: thousands of them would hold up the page.
        if match[2] == "m" and colours < _MAX_COLOURS and _is_colour(match[1]):
            pieces.append(f"\x1b[{match[1]}m")
            colours += 1
        end = match.end()
    pieces.append(printable(text[end:]))
    return cut("".join(pieces), max_chars, left_out)


def _last_written(line: str) -> str:
    """Return the text left on a line after carriage returns, as progress bars use them."""
    return next((part for part in reversed(line.split("\r")) if part), "")


def _is_colour(codes: str) -> bool:
    """Whether these are complete colour codes: nbconvert fails on one that stops after 38 or 48."""
    rest = codes
    while rest:
        match = _COLOUR.match(rest)
        if match is None or not match[0] or rest[match.end() :][:1] not in {"", ";"}:
            return False
        rest = rest[match.end() + 1 :]
    return not codes.endswith(";")
