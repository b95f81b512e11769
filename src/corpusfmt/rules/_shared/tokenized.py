"""Signs that a tokenizer has cut the words of a text apart."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.shape import has_number_sign, shape
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import regex

_COMMA = regex(r",(?<= ,)(?=[ \n]|\Z)(?! [.$(]| '[^'])")
_FULL_STOP = regex(r"\.(?<= \.)(?=[ \n]|\Z)(?! [.$(]| '[^'])")
"""Punctuation after a space, not in an ellipsis of full stops and spaces, and not in code.

A pattern that starts with a certain character is found several times as fast as another.
"""

_SIGNS = {
    "-": r"(?P<certain>-(?:LRB|RRB|LSB|RSB|LCB|RCB|lrb|rrb|lsb|rsb)-)",
    "@": r"@(?:(?P<certain>(?<=\w @)[-,.]@(?= \w)|(?<=[^\W\d_]@)@ (?=[^\W\d_])))",
    "'": r"'(?:(?P<certain>(?<=[^\W\d_] n')t\b)|(?P<short>(?<=[^\W_] ')(?:s|re|ve|ll|m|d)\b(?= |$)"
    r"|(?<=\b[ldjmntcLDJMNTCu]')(?<!'[nN]') (?=[^\W\d_])"
    r"|(?:(?<=\b[ldjmtcLDJMTC] ')|(?<=\bqu ')) (?=[^\W\d_])))",
    "’": r"’(?:(?P<certain>(?<=[^\W\d_] n’)t\b)|(?P<short>(?<=[^\W_] ’)(?:s|re|ve|ll|m|d)\b(?= |$)"
    r"|(?<=\b[ldjmntcLDJMNTC]’)(?<![‘’][nN]’) (?=[^\W\d_])))",
    "▁": r"▁(?:(?P<certain>(?<=[^\W_]▁)(?=[^\W_]))|(?P<piece>(?<![^\W_]▁)(?=[^\W\d_])))",
    "Ġ": r"Ġ(?:(?P<certain>(?<=[a-z]Ġ)(?=[a-z]))|(?P<piece>(?<![^\W_]Ġ)(?=[^\W\d_])))",
    "#": r"(?P<piece>#(?<=[^\W\d_] #)#(?=[^\W\d_]))",
    "`": r"(?P<short>`(?<![^\s(\\]`)\\?` (?=\S))",
}
"""The signs by their first character.

Certain signs are written by tokenizers only. Pieces are the marks of pieces of words: byte pair
encoding, SentencePiece, WordPiece. Short ones are a short form apart from its word (`he 's`,
`l' homme`), and an opening quotation mark.
"""

SPACED_STOP = r" [,.](?:[ \n]|$)"
"""An expression that matches where a comma or full stop follows a space."""

SIGN = (
    r"-(?:LRB|RRB|LSB|RSB|LCB|RCB|lrb|rrb|lsb|rsb)-|@[-,.]@|@@ ",
    rf" n['’]t|{LETTER} ['’](?:s|re|ve|ll|m|d)(?:[ \n]|$)",
    rf"(?:^|[^A-Za-z0-9_])[ldjmntcLDJMNTCu] ?['’] {LETTER}",
    rf"[▁Ġ]{LETTER}| ##{LETTER}|`\\?` ",
)
"""Expressions that match where there is another sign of a tokenizer."""

_CLOSED = regex(r"[\w\"”’»\]%]\Z")
"""What punctuation follows."""

_MOST_SPACES = 9
_FEW, _SEVERAL, _MANY = 2, 4, 5
_PIECES_SHARE = 0.1
"""The least share of the words that are marked as pieces: some languages have a letter Ġ."""
_SHARE = 0.6
"""The least share of the commas and full stops that follow a space, if nothing else is found."""


class Signs(NamedTuple):
    """The signs of a tokenizer in a text, in order; empty where it was not tokenized."""

    spans: list[tuple[int, int]]


def find_signs(context: Context) -> Signs:
    """Return the signs of a tokenizer in the text before the article's URL."""
    text, end = context.text, context.body_end
    stops = context.memo(find_spaced_stops)
    found = _find_by_kind(context)
    certain, pieces, short = found["certain"], found["piece"], found["short"]
    if not (certain or pieces or len(stops) >= _FEW or len(short) >= _SEVERAL):
        return Signs([])
    is_in_pieces = len(pieces) >= max(_MANY, _PIECES_SHARE * text.count(" ", 0, end))
    is_tokenized = certain or is_in_pieces or _are_many(short, stops) or _are_spaced(text, stops)
    if not is_tokenized:
        return Signs([])
    if not is_in_pieces:
        pieces = []
    return Signs(sorted(certain + pieces + short + stops))


def _are_many(short: list[tuple[int, int]], stops: list[tuple[int, int]]) -> bool:
    """Return whether there are many short forms, or a few and spaces before punctuation."""
    return len(short) >= _SEVERAL or (len(short) >= _FEW and len(stops) >= _FEW)


def find_spaced_stops(context: Context) -> list[tuple[int, int]]:
    """Return the commas and full stops after a space, with that space, in order."""
    text, end = context.text, context.body_end
    spans: list[tuple[int, int]] = []
    if b" ." not in context.memo(shape):  # as in most
        return spans
    for pattern in (_COMMA, _FULL_STOP):
        for match in pattern.finditer(text, 0, end):
            around = text[max(0, match.start() - _MOST_SPACES) : match.start()]
            before = around.rstrip(" ")
            if _CLOSED.search(before) is not None:
                spans.append((match.start() - len(around) + len(before), match.end()))
    return sorted(spans)


def _find_by_kind(context: Context) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of the signs of each kind."""
    text, end = context.text, context.body_end
    found: dict[str, list[tuple[int, int]]] = {"certain": [], "piece": [], "short": []}
    firsts = _SIGNS.keys() & context.signs
    # What two of these have between them in a sign are letters, or nothing.
    firsts.difference_update([first for first in "-#" if first * 2 not in context.rare])
    if "#" in firsts and not context.memo(has_number_sign):
        firsts.discard("#")
    for first in firsts:
        for match in _compiled(_SIGNS[first]).finditer(text, 0, end):
            found[match.lastgroup or "certain"].append(match.span())
    return found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return regex(pattern)


def _are_spaced(text: str, stops: list[tuple[int, int]]) -> bool:
    """Return whether most of the commas and full stops follow a space."""
    if len(stops) < _MANY:
        return False
    closed = len(re.findall(r"\w[,.](?=\s)", text))
    return len(stops) >= _SHARE * (len(stops) + closed)
