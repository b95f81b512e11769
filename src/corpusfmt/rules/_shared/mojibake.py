"""UTF-8 that was decoded as another encoding. The only module that imports ftfy."""

from __future__ import annotations

from functools import cache

from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

_MAC, _SLOPPY = "macroman", "sloppy-"
_LATIN = "latin-1"
_ONLY_LATIN = regex("[\x80-\x9f]")

_CLOSING = regex(r"â€(?=[\s.,;:!?)]|\Z)")
"""A closing quotation mark without its last byte, for which windows-1252 has no character."""


class Repair(NamedTuple):
    """A repaired line, its wrong encoding (empty for several), and whether all of it was wrong."""

    text: str
    encoding: str
    is_whole: bool


def repair(line: str) -> Repair | None:
    """Return the repaired line, or None where it does not look as if it was decoded wrongly.

    The answer of ftfy counts unless it only takes C1 controls for windows-1252. It is linear in the
    length of the line.
    """
    whole = _CLOSING.sub("â€\x9d", line)
    text, plan = _undo(whole)
    if text == whole:
        return None
    encodings = {parameter for action, parameter in plan if action == "encode"}
    encoding = _named(encodings.pop(), line) if len(encodings) == 1 else ""
    others = [step for step in plan if step[0] != "encode" and step != _WELL_FORMED]
    return Repair(text, encoding, whole == line and not others)


def _undo(line: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a line as ftfy repairs it, and the steps: an action each, and its parameter."""
    from ftfy import apply_plan, fix_encoding_and_explain  # slow to import, and hardly ever needed

    text, steps = fix_encoding_and_explain(line, _only_encoding())
    plan = [(step.action, step.parameter) for step in steps or ()]
    if _CONTROLS not in plan:
        return text, plan
    plan = plan[: plan.index(_CONTROLS) - 1]
    return apply_plan(line, plan), plan


_CONTROLS, _WELL_FORMED = ("decode", "windows-1252"), ("decode", "utf-8")


def _named(encoding: str, line: str) -> str:
    """Return the name of an encoding.

    Latin-1 is windows-1252 but for its controls, and is rarely meant.
    """
    if encoding == _LATIN:
        return _LATIN if _ONLY_LATIN.search(line) else "windows-1252"
    return "mac-roman" if encoding == _MAC else encoding.removeprefix(_SLOPPY)


@cache
def _only_encoding() -> TextFixerConfig:
    """Return the configuration of ftfy: undo a wrong decoding, and nothing else.

    Its defaults would also uncurl quotes and split ligatures.
    """
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        replace_lossy_sequences=False,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
