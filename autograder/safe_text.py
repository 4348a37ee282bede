"""Text a terminal would have interpreted, made harmless: colours stay, every other control sequence goes."""

import re
import unicodedata

# ESC [ ... final byte: colours end in m, everything else moves the cursor, clears or asks the terminal something.
_CONTROL_SEQUENCE = re.compile(r"\x1b\[([0-?]*)[ -/]*([@-~])")
# ESC ] ... (title, hyperlink), ESC P/X/^/_ ... (device strings): dropped with what they carry.
_STRING_SEQUENCE = re.compile(r"\x1b[\]PX^_][^\x07\x1b]{0,10000}(?:\x07|\x1b\\)?")
_COLOUR = re.compile(
    r"(?:[0-9]|[1-9][0-9]|10[0-7]|[34]8;5;\d{1,3}|[34]8;2;\d{1,3};\d{1,3};\d{1,3})?"
    r"(?:;(?:[0-9]|[1-9][0-9]|10[0-7]|[34]8;5;\d{1,3}|[34]8;2;\d{1,3};\d{1,3};\d{1,3})){0,8}"
)
_INCOMPLETE_COLOUR = re.compile(r"(?:^|;)[34]8(?!;5;\d|;2;\d{1,3};\d{1,3};\d)")
_KEPT_CONTROLS = frozenset("\n\t")
_ESC = "\x1b"


def cut(text: str, max_chars: int) -> str:
    """`text`, or its beginning and end with a note of how many characters were left out between them."""
    if len(text) <= max_chars:
        return text
    tail = max_chars // 4
    head = max_chars - tail
    note = f"\n[... {len(text) - max_chars} characters not shown ...]\n"
    return text[:head] + note + text[len(text) - tail :]


def printable(text: str) -> str:
    """`text` without control characters, lone surrogates, and marks that reverse the direction of reading."""
    return "".join(
        character
        for character in text.replace("\r\n", "\n").replace("\r", "\n")
        if character in _KEPT_CONTROLS or not _is_control(character)
    )


def clean_terminal_text(text: str, max_chars: int) -> str:
    """What a terminal would have shown of `text`: carriage returns overwrite, colours stay, other controls go."""
    # A generous first cut keeps the work below proportional to what can be shown.
    text = cut(text, 4 * max_chars).replace("\r\n", "\n")
    lines = (_last_written(line) for line in text.split("\n"))
    text = _STRING_SEQUENCE.sub("", "\n".join(lines))
    pieces: list[str] = []
    end = 0
    for match in _CONTROL_SEQUENCE.finditer(text):
        pieces += [printable(text[end : match.start()]), _colour_or_nothing(match)]
        end = match.end()
    pieces.append(printable(text[end:]))
    return cut("".join(pieces), max_chars)


def _last_written(line: str) -> str:
    """The text left on a line after carriage returns, as progress bars use them."""
    parts = [part for part in line.split("\r") if part]
    return parts[-1] if parts else ""


def _colour_or_nothing(match: re.Match[str]) -> str:
    codes, final = match.groups()
    # nbconvert raises IndexError on a colour that stops after 38 or 48, and the whole page is lost.
    if final == "m" and _COLOUR.fullmatch(codes) and not _INCOMPLETE_COLOUR.search(codes):
        return f"{_ESC}[{codes}m"
    return ""


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs"} or character in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
