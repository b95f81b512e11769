r"""Text decoded as another encoding, such as `cafÃ©` for `café`.

### What it does

Reports words that are UTF-8 text decoded as another encoding, with one finding for each line, at
the first such word. If there are none, it reports the lines of a text that was in an older encoding
and decoded as another (`Ïàðîì` for `Паром`, `wyp³yn¹³` for `wypłynął`, `didnÕt` for `didn’t`): in
windows-1250, -1251, -1253 to -1257, iso-8859-2, iso-8859-5, koi8-r, cp437, cp866, cp874, Mac Roman,
GB 18030, Big5, Shift JIS, EUC-JP or EUC-KR. UTF-8 that was decoded as one of these, or as cp850, is
reported in the same way (`ΓÇÖ` and `ÔÇÖ` for `’`, `ط§ظ„` for `ال`).

### Why

A program decoded the bytes of a page in a wrong encoding and wrote the result as UTF-8, perhaps
more than once. The file is valid UTF-8, but its words are wrong.

### Fix

The fix writes the text that [ftfy](https://ftfy.readthedocs.io) recovers; other repairs of ftfy are
not used. Lines of which ftfy recovers less are decoded as cp437, cp850, cp852, Mac Roman,
windows-1250, -1253 or -1256 where characters of the text show which of them it is. It is safe if
the whole line decodes as UTF-8 and no field of the article changes. It is unsafe if only some words
of the line do. There is none if bytes are missing: the fix would leave single wrong characters
(`αγοÏά`), which could no longer be recognized as mojibake. For older encodings, the fix is always
unsafe, and there is one only if all of the lines can be decoded again.

### Example

```article
# CafÃ© Lumen Reopens



The cafÃ© on Quay Street opened its doors again on Friday. Itâ€™s cosier.
```

```findings
1:3: warning: “CafÃ©” is UTF-8 text decoded as windows-1252
  expected: Café
5:5: warning: “cafÃ©” is UTF-8 text decoded as windows-1252 (and 1 more word in this line)
  expected: café
```

Use instead:

```article
# Café Lumen Reopens



The café on Quay Street opened its doors again on Friday. It’s cosier.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.misdecoded import (
    Mistake,
    decode_again,
    find_mistake,
    first_sign,
    is_damaged,
)
from corpusfmt.rules._shared.misread import code_pages, decode_misread
from corpusfmt.rules._shared.mojibake import Repair, repair
from corpusfmt.rules._shared.safe_edits import only_repairs
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "sometimes unsafe"
NEEDS = ("not ASCII",)
WHY_SAFE = "the whole line decodes as UTF-8"
WHY_UNSAFE = "only part of the line decodes as UTF-8, or a field changes"

_SECOND = "\x80-\xbf€‚ƒ„†‡ˆ‰Š‹Œ‘•˜™š›œŸŽž"
"""A second byte of UTF-8 in latin-1 and windows-1252, but for marks that often follow a letter."""

_AFTER = {
    "Ã": rf"Ã(?:[{_SECOND}]|[“”’–—…](?=\w)|(?<=[a-z]Ã) |(?<=[a-z] Ã) )",
    "Â": rf"Â(?:[{_SECOND}]|(?<=[a-z.,?!]Â) |(?<=[a-z.,?!] Â) )",
    "â": "â[€\x80]",
    "ã": "ã[€\x80-\x83‚ƒ]",
    "Ä": f"Ä[{_SECOND}]",
    "Å": f"Å[{_SECOND}]",
    "Ð": f"Ð[{_SECOND}]",
    "Ñ": f"Ñ[{_SECOND}]",
    "Î": f"Î[{_SECOND}]",
    "Ï": f"Ï[{_SECOND}]",
    "×": f"×[{_SECOND}]",
    "Ø": f"Ø[{_SECOND}]",
    "Ù": f"Ù[{_SECOND}]",
    "ð": "ð[Ÿ\x9f]",
    "ï": "ï(?:»¿|¿½|¼)",
    "ì": f"ì[{_SECOND}]",
    "¤": f"(?<=[Ã-ÿГ])¤|(?<=[à-ð][{_SECOND}–-”…])¤",
    "¦": f"(?<=[Ã-ÿ])¦|(?<=[à-ð][{_SECOND}–-”…])¦",
    "¸": "(?<=à)¸",
    "Ă": "Ă[©ˇ­łşĽ¶¤§Ş˘Łµ]",
    "Ĺ": "Ĺ[‚„™»›ˇ]",
    "µ": "Рµ",
    "ѕ": "Рѕ",
    "Ђ": "вЂ",
    "©": "Г©",
    "√": "√[©±®†°Éß∂¶¥§´≥≤]",
    "‚": "‚Ä[ìîïòôúùû†°¢π]",
    "├": "├[⌐®í│║╝ñ┤ƒá╢┬½¡]",
}
"""Characters that are rare in texts, each with those that follow it in mojibake: a fast search."""

_LEADS = frozenset(_AFTER)
_BESIDE = {
    "â": "€\x80",
    "ã": "€\x80\x81\x82\x83‚ƒ",
    "ð": "Ÿ\x9f",
    "¸": "à",
    "µ": "Р",
    "ѕ": "Р",
    "Ђ": "в",
    "©": "Г",
    "‚": "Ä",
}
"""The neighbours of a lead byte in mojibake, where they are few: a search that saves the pattern.
"""

_REST = regex(
    "[À-ÿ\x80-\x9f][\u0370-\u1fff\u2e80-\uffef]|[\u0370-\u1fff\u2e80-\uffef][À-ÿ\x80-\x9f]"
)
"""A byte that a repair has left in a word of another alphabet, as its neighbours are lost."""

_REFERENCE = regex(r"&#(1(?:2[89]|[3-9][0-9])|2(?:[0-4][0-9]|5[0-5]));")
"""A reference to a character of latin-1, as the writer has it where the character is a mark."""

_GUESS = "the encoding is a guess"
_MARK = "\ufeff"
_MOST_WORDS = 5000
"""How many words of a line are tried one by one: each takes as long as a short line."""


class _Fault(NamedTuple):
    """A line that was decoded wrongly: its start, the words to rewrite, and how it is repaired."""

    start: int
    edits: tuple[Edit, ...]
    repair: Repair


def check(context: Context) -> Findings:
    """Yield a finding for each line."""
    text = context.text
    names = code_pages(text, context.signs)
    faults = list(_faults(text, names)) if names or _is_likely(text, context.signs) else []
    if not faults or not all(fault.repair.is_whole for fault in faults):
        mistake = find_mistake(text, context.signs)
        if mistake is not None:
            yield from _find_misdecoded(context, mistake)
            return
    if faults:
        are_safe = _are_safe(context, faults, names)
        for fault in faults:
            yield _find(context, fault, are_safe)


def _is_likely(text: str, signs: frozenset[str]) -> bool:
    """Return whether a text may be mojibake; ``signs`` are its characters beyond ASCII."""
    leads = (lead for lead in _LEADS & signs if _is_beside(lead, signs))
    return any(_pattern(lead).search(text) for lead in leads)


def _is_beside(lead: str, signs: frozenset[str]) -> bool:
    return lead not in _BESIDE or not signs.isdisjoint(_BESIDE[lead])


@cache
def _pattern(lead: str) -> re.Pattern[str]:
    return regex(_AFTER[lead])


def _faults(text: str, names: Sequence[str]) -> Iterator[_Fault]:
    start = 0
    for line in text.split("\n"):
        shown = _REFERENCE.sub(_character, line) if "&#" in line else line
        repaired = _repaired(shown, names)
        if repaired is not None:
            yield _Fault(start, tuple(_words(start, line, shown, repaired.text)), repaired)
        start += len(line) + 1


def _character(reference: re.Match[str]) -> str:
    return chr(int(reference[1]))


def _repaired(line: str, names: Sequence[str]) -> Repair | None:
    """Return the repaired line, without byte-order marks that were decoded as letters.

    None where nothing is wrong with it. ``names`` are the code pages that the text has signs of.
    """
    repaired = None
    if _is_likely(line, frozenset(line)):
        repaired = repair(line) or _repaired_words(line)
    if names and (repaired is None or not repaired.is_whole):
        repaired = _decoded(line, repaired, names)
    return None if repaired is None else repaired._replace(text=repaired.text.replace(_MARK, ""))


def _decoded(line: str, repaired: Repair | None, names: Sequence[str]) -> Repair | None:
    """Return a line decoded with code pages: whole, or what of it was not repaired otherwise."""
    whole = decode_misread(line, names)
    if whole is None or whole.is_whole or repaired is None:
        return repaired if whole is None else Repair(*whole)
    rest = decode_misread(repaired.text, names)
    return repaired if rest is None else repaired._replace(text=rest.text)


def _repaired_words(line: str) -> Repair | None:
    """Return the line with the wrongly decoded words repaired, where the whole line was not."""
    words = line.split(" ")
    if len(words) > _MOST_WORDS:
        return None
    encoding = None
    for index, word in enumerate(words):
        repaired = repair(word) if _is_likely(word, frozenset(word)) else None
        if repaired is not None:
            words[index] = repaired.text
            if encoding is None:
                encoding = repaired.encoding
    return None if encoding is None else Repair(" ".join(words), encoding, False)


def _words(start: int, line: str, shown: str, repaired: str) -> Iterator[Edit]:
    """Yield the words of a line that change, or all that changes if the number of words does.

    ``shown`` is the line with the characters that its references mean.
    """
    ours, theirs = shown.split(" "), repaired.split(" ")
    sources = line.split(" ")
    if len(ours) != len(theirs) or len(ours) != len(sources):
        sources, ours, theirs = [line], [shown], [repaired]
    for written, word, meant in zip(sources, ours, theirs, strict=True):
        if word != meant:
            yield Edit(start, start + len(written), meant)
        start += len(written) + 1


def _find(context: Context, fault: _Fault, are_safe: bool) -> Finding:
    first, more = fault.edits[0], len(fault.edits) - 1
    encoding = fault.repair.encoding or "another encoding"
    message = f"{quoted(context.text[first.start : first.end])} is UTF-8 text decoded as {encoding}"
    if more:
        words = "word" if more == 1 else "words"
        message += f" (and {more:,} more {words} in this line)"
    if any(_REST.search(edit.text) for edit in fault.edits):
        return context.finding((first.start, first.end), f"{message}; some of its bytes are lost")
    safe = are_safe and fault.repair.is_whole
    fix = Fix("decode the line again as UTF-8", fault.edits, safe, WHY_SAFE if safe else WHY_UNSAFE)
    return context.finding(
        (first.start, first.end), message, quoted(first.text)[1:-1] or "nothing", fix=fix
    )


def _are_safe(context: Context, faults: list[_Fault], names: Sequence[str]) -> bool:
    """Return whether rewriting all lines that are repaired as a whole changes nothing else."""
    edits: list[Edit] = []
    for fault in faults:
        if fault.repair.is_whole:
            edits += fault.edits
    return bool(edits) and only_repairs(context.reading, edits, partial(_repair, names=names))


def _repair(string: str, names: Sequence[str]) -> str:
    repaired = _repaired(string, names)
    return repaired.text if repaired is not None and repaired.is_whole else string


# --------------------------------------------------------------------------------------------------
# older encodings


def _find_misdecoded(context: Context, mistake: Mistake) -> Findings:
    """Yield a finding for each line of a text that was in another encoding than UTF-8."""
    lines = list(_damaged_lines(context, mistake))
    is_repairable = all(right is not None for _, _, right in lines)
    for start, line, right in lines:
        words = list(_words(start, line, line, right)) if right is not None else []
        span = first_sign(line, mistake)
        span = (words[0].start, words[0].end) if words else (start + span[0], start + span[1])
        shown = quoted(context.text[slice(*span)])
        message = f"{shown} is {mistake.encoding} text decoded as {mistake.decoded}"
        fix = None
        if is_repairable:
            fix = Fix(f"decode the line again as {mistake.encoding}", tuple(words), False, _GUESS)
        yield context.finding(span, message, words[0].text if words else None, fix=fix)


def _damaged_lines(context: Context, mistake: Mistake) -> Iterator[tuple[int, str, str | None]]:
    """Yield the start of each line that was decoded wrongly, the line, and the right one."""
    start = 0
    for line in context.text[: context.body_end].split("\n"):
        if is_damaged(line, mistake):
            yield start, line, decode_again(line, mistake)
        start += len(line) + 1
