r"""Invisible characters with no effect.

### What it does

Reports these characters:

- zero-width spaces, except in Thai, Lao, Khmer and Burmese, where they separate words
- soft hyphens, word joiners, and U+FEFF inside the text
- overrides of the writing direction
- directional marks, embeddings and isolates that are not closed, or have no right-to-left text
- joiners that join nothing (they belong in Persian, Arabic and Indic words and in emoji)
- variation selectors after a character without variants
- tag characters outside of flags

All characters of one kind are one finding, at the first one.

### Why

A word that contains such a character looks like the word without it, but is not equal to it: a
search does not find it, and it counts as another word. The characters come from web pages and word
processors.

### Fix

The fix removes them. It is safe if nothing visible and no field of the article changes. It is
unsafe for soft hyphens at the start or end of a word, which may be intended as hyphens, and for
direction controls next to right-to-left text. Where a soft hyphen and a space or line end divide a
word, the fix joins the two parts; it writes a hyphen if the second one is capitalized, or is a word
such as “and”, which may follow a suspended hyphen.

### Example

```article escaped
# Ferry Runs Again



The fer\u00adry to Skerry sailed on Mon\u00adday with 61\u200b passengers.
```

```findings
5:8: warning: 2 soft hyphens U+00AD, the first one here
  expected: no such character
5:47: warning: zero-width space U+200B
  expected: no such character
```

Without them:

```article escaped
# Ferry Runs Again



The ferry to Skerry sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.misdecoded import find_mistake
from corpusfmt.rules._shared.prose import HANGING
from corpusfmt.rules._shared.safe_edits import only_repairs
from corpusfmt.text.named_tuples import NamedTuple

SEVERITY = "warning"
FIX = "sometimes unsafe"
NEEDS = ("not ASCII",)
WHY_SAFE = "nothing visible changes"
WHY_UNSAFE = "the text may look different, or be read differently"

_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f]"
"""Scripts that separate words by a zero-width space, if at all."""

_JOINING = (
    "[\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1cff\ua800-\ua8ff\ua980-\uaaff\uabc0-\uabff\ufb50-\ufdff"
    "\ufe70-\ufefc]"
)
"""Scripts in which letters join, or make ligatures and conjuncts."""

_EMOJI = "[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
_VARIED = (
    "[#*0-9\xa9\xae\u1000-\u109f\u203c\u2049\u2100-\u2bff\u3001-\u9fff\ua840-\ua877\uf900-\ufaff\uff00-\uffef"
    "\U0001f000-\U0003ffff]"
)
"""Characters that may have a variant: symbols, emoji, ideographs, letters of Burmese and Phags-pa.
"""

_IDEOGRAPH = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_TAG = "[\U000e0001\U000e0020-\U000e007f]"
_ACCENT = "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f]"
_RIGHT_TO_LEFT = (
    "[\u0590-\u05ff\u0620-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TURNING = "\u202b\u202e\u2067"
"""Right-to-left embeddings, overrides and isolates: they reverse their neighbours in any text."""

_INSIDE_WORD = r"(?<=\w)\xad(?=\w)"
_DIVIDING = r"(?<=[^\W\d_]\xad)(?=[ \t\n])[ \t]{0,9}\n?[ \t]{0,9}(?=([^\W\d_]{1,40}))"
"""The space or line end after a soft hyphen, and the second part of the word that they divide."""


class _Kind(NamedTuple):
    """A kind of characters: name, the characters that reveal it, the pattern of useless ones.

    Patterns of large classes take milliseconds to compile, and are compiled when a text has such a
    character.
    """

    name: str
    telling: str
    useless: str
    expected: str = "no such character"


_DIRECTION, _SOFT_HYPHEN = "bidirectional control", "soft hyphen"
_KINDS = (
    _Kind(_SOFT_HYPHEN, "\xad", "\xad"),
    _Kind("zero-width space", "\u200b", f"\u200b(?:(?<!{_UNSPACED}\u200b)|(?!{_UNSPACED}))"),
    _Kind(
        "zero-width non-joiner",
        "\u200c",
        f"\u200c(?<!{_JOINING}\u200c)(?!{_JOINING})",
        "no such character, except between letters that join",
    ),
    _Kind(
        "zero-width joiner",
        "\u200d",
        f"\u200d(?<!{_JOINING}\u200d)(?!{_JOINING})(?:(?<!{_EMOJI}\u200d)|(?!{_EMOJI}))",
        "no such character, except between emoji or letters that join",
    ),
    _Kind("word joiner", "\u2060", "\u2060"),
    _Kind("zero-width no-break space", "\ufeff", "\ufeff"),
    _Kind(
        _DIRECTION,
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068",
        "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",
    ),
    _Kind(
        "variation selector",
        "\ufe0e\ufe0f\U000e0100\U000e0101",
        (
            f"[\ufe00-\ufe0f](?<!{_VARIED}[\ufe00-\ufe0f])|[\U000e0100-\U000e01ef](?<!{_IDEOGRAPH}[\U000e0100-\U000e01ef])"
        ),
        "no such character, except after a character with variants",
    ),
    _Kind(
        "tag character",
        "\U000e0001\U000e0020\U000e0061\U000e0065\U000e007f",
        f"(?<!\U0001f3f4)(?<!{_TAG}){_TAG}+",
        "tag characters only after a black flag",
    ),
    _Kind(
        "grapheme joiner",
        "\u034f",
        f"\u034f(?<!{_ACCENT}\u034f)(?!{_ACCENT})",
        "no such character, except between accents",
    ),
    _Kind(
        "vowel separator",
        "\u180e",
        "\u180e(?<![\u1820-\u18af]\u180e)",
        "no such character, except after a Mongolian letter",
    ),
)
_TELLING = frozenset("".join(kind.telling for kind in _KINDS))

_IN_RIGHT_TO_LEFT = (
    "[\u202a\u202b][^\n\u202a-\u202e]*+\u202c|[\u2066-\u2068][^\n\u2066-\u2069]*+\u2069|[\u061c\u200e\u200f]"
    "|(?P<useless>[\u202a-\u202e\u2066-\u2069])"
)
"""Where text runs from right to left: what is closed in its line has its use, and so have marks."""

_BYTE = r"[¡-¾]\xad|\xad[¡-¿]|[À-ÿ]\xad[À-ÿ]"
"""A soft hyphen beside a symbol of Latin-1, or between two letters that are not in ASCII."""


def prefilter() -> tuple[str, ...]:
    return (f"[{''.join(sorted(_TELLING))}]",)


def applies(context: Context) -> bool:
    return not _TELLING.isdisjoint(context.signs)


def check(context: Context) -> Findings:
    """Yield a finding for each kind, at the first of them."""
    text = context.text
    for kind in _KINDS:
        if not context.signs.isdisjoint(kind.telling):
            spans = list(_useless(kind, text, _runs_left(text)))
            if spans:
                yield _find(context, kind, spans)


def _find(context: Context, kind: _Kind, spans: list[tuple[int, int]]) -> Finding:
    # One between characters of Latin-1 is a byte of text that was decoded wrongly: `mojibake`.
    is_byte = kind.name == _SOFT_HYPHEN and _is_byte(context)
    fix = None if is_byte else _fix(context, kind, spans)
    return context.finding(spans[0], _message(context.text, kind, spans), kind.expected, fix=fix)


def _is_byte(context: Context) -> bool:
    """Return whether a soft hyphen is a byte of a text that was decoded wrongly."""
    if re.search(_BYTE, context.text) is not None:
        return True
    return find_mistake(context.text, context.signs) is not None


def _useless(kind: _Kind, text: str, runs_left: bool) -> Iterator[tuple[int, int]]:
    """Return where useless characters of a kind occur."""
    if kind.name == _DIRECTION and runs_left:
        return (match.span() for match in re.finditer(_IN_RIGHT_TO_LEFT, text) if match["useless"])
    start = len(text) - len(text.lstrip("\ufeff"))  # the byte-order marks have a rule of their own
    return (match.span() for match in re.compile(kind.useless).finditer(text, start))


def _runs_left(text: str) -> bool:
    return re.search(_RIGHT_TO_LEFT, text) is not None


def _message(text: str, kind: _Kind, spans: list[tuple[int, int]]) -> str:
    characters = "".join(text[start:end] for start, end in spans)
    codes = " ".join(f"U+{ord(character):04X}" for character in sorted(set(characters))[:4])
    if len(characters) == 1:
        return f"{kind.name} {codes}"
    more = ", the first one here" if len(spans) > 1 else ""
    return f"{len(characters):,} {kind.name}s {codes}{more}"


# --------------------------------------------------------------------------------------------------
# the fix


def _fix(context: Context, kind: _Kind, spans: list[tuple[int, int]]) -> Fix:
    text = context.text
    edits = tuple(_edit(text, start, end) for start, end in _together(spans))
    runs_left = _runs_left(text)

    def repair(string: str) -> str:
        return _without(string, _useless(kind, string, runs_left))

    safe = _changes_nothing_visible(kind, text, len(spans)) and only_repairs(
        context.reading, edits, repair
    )
    title = f"remove the {kind.name}" + ("s" if len(spans) > 1 else "")
    return Fix(title, edits, safe, WHY_SAFE if safe else WHY_UNSAFE)


def _changes_nothing_visible(kind: _Kind, text: str, count: int) -> bool:
    if kind.name == _SOFT_HYPHEN:
        return sum(1 for _ in re.finditer(_INSIDE_WORD, text)) == count
    if kind.name == _DIRECTION:
        return not _runs_left(text) and not any(map(text.__contains__, _TURNING))
    return True


def _together(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Return the spans, adjacent ones as one."""
    start = end = 0
    for first, last in spans:
        if first > end and end:
            yield start, end
        start, end = (start if first == end and end else first), last
    yield start, end


def _edit(text: str, start: int, end: int) -> Edit:
    """Remove a run, and the blank line below one that is a paragraph: two would be a gap.

    The parts of a word that a soft hyphen divides are joined.
    """
    dividing = re.compile(_DIVIDING).match(text, end)
    if dividing is not None:
        return _join(dividing, start)
    alone = (start == 0 or text[start - 1] == "\n") and text.startswith("\n\n", end)
    return Edit(start, end + 2 if alone else end, "")


def _join(dividing: re.Match[str], start: int) -> Edit:
    """Join what a soft hyphen and a space or line end divide, with a hyphen if it is one."""
    second = dividing[1]
    if second in HANGING:
        return Edit(start, start + 1, "-")
    return Edit(start, dividing.end(), "-" if second[0].isupper() else "")


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces, behind = list[str](), 0
    for start, end in spans:
        pieces.append(text[behind:start])
        behind = end
    return "".join(pieces) + text[behind:]
