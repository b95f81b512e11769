"""Find where a caption ends and its credit begins, in a line that has both."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from corpusfmt.syntax.credit_patterns import (
    ending,
    is_certain,
    is_slashed,
    is_sourced,
    matches,
    without_brackets,
)
from corpusfmt.syntax.credit_words import (
    Word,
    is_in_sentence,
    is_person_without_case,
    kinds_of,
)

Grade = Literal["certain", "guessed", "possible"]
"""How a line is known to be a credit; a possible one is read as a paragraph."""


class Cut(NamedTuple):
    """The number of the word that a credit begins with, and how it is known to be one."""

    start: int
    grade: Grade


_SHORTEST_WITHOUT_CASE = 8

# Places in the kinds of a line.
_CLOSED = re.compile(r'\.[")]*$')
_LABEL = re.compile("[LQlBR]")
_SENTENCE = re.compile(r'\."*\)?(?P<rest>[^.]+)$')
_CLOSER = re.compile('[")](?P<rest>[^")]+)$')
_BRACKET = re.compile(r"\((?P<inner>[^()]+)\)?$")
_BAR = re.compile("[-|R]")
_ORGANISATION = re.compile("[NUIDMG]G$")
_WITHOUT_CASE = re.compile("[CSZ]C$")


def find_cut(line: str, words: list[Word]) -> Cut | None:
    """Return where the credit of a line with a caption begins, or None if it has none."""
    kinds = kinds_of(words)
    if not kinds.strip('")') or _CLOSED.search(kinds):
        return None
    return (
        _after_label(line, words, kinds)
        or _after_sentence(line, words, kinds)
        or _after_closer(kinds)
        or _in_brackets(kinds)
        or _after_bar(kinds)
        or _at_end(line, words, kinds)
    )


def _after_label(line: str, words: list[Word], kinds: str) -> Cut | None:
    """Find the first label that has names after it."""
    for match in _LABEL.finditer(kinds):
        index = match.start()
        rest = kinds[index + 1 :].rstrip(")")
        is_clear = match[0] == "Q"
        if not matches(rest, "any rest" if is_clear else "rest"):
            continue
        if rest.count("x") > 1 and not is_clear:
            continue
        start = index - 1 if kinds[index - 1 : index] in ("(", "-", "/", "|") else index
        if not start:
            continue
        if match[0] == "l" or not (is_clear or matches(rest, "known")):
            return Cut(start, "possible")
        is_clear = is_clear or start < index or kinds[index - 1] in '.")'
        is_small = line[words[index].start].islower()
        return Cut(start, "certain" if is_clear or not is_small else "guessed")
    return None


def _after_sentence(line: str, words: list[Word], kinds: str) -> Cut | None:
    """Find a credit after the last sentence."""
    match = _SENTENCE.search(kinds)
    if match is None:
        return None
    rest = match["rest"]
    bare = without_brackets(rest)
    if not bare or bare[0] in "LQlB" or "R9" in bare:
        return None
    start = match.start("rest")
    if is_certain(bare):
        return Cut(start, "guessed" if bare != rest and "/" not in bare else "certain")
    is_guess = matches(bare, "after", "made", "people", "paper", "office", "body", "unmarked")
    if is_guess or (rest == "C" and is_person_without_case(line, words[start])):
        return Cut(start, "guessed")
    return None


def _after_closer(kinds: str) -> Cut | None:
    """Find names after a quotation mark or a bracket that closes."""
    match = _CLOSER.search(kinds)
    if match is None:
        return None
    rest = match["rest"]
    is_credit = is_sourced(rest) or is_slashed(rest) or matches(rest, "people")
    return Cut(match.start("rest"), "guessed") if is_credit else None


def _in_brackets(kinds: str) -> Cut | None:
    """Find sources in brackets at the end, which may not be closed."""
    match = _BRACKET.search(kinds)
    if match is None:
        return None
    is_credit = is_sourced(match["inner"]) or is_slashed(match["inner"])
    return Cut(match.start(), "guessed") if is_credit else None


def _after_bar(kinds: str) -> Cut | None:
    """Find sources after a dash, a bar or a sign of rights."""
    for match in _BAR.finditer(kinds):
        if is_sourced(kinds[match.end() :].strip("-|")):
            return Cut(match.start(), "guessed")
    return None


def _at_end(line: str, words: list[Word], kinds: str) -> Cut | None:
    """Find an agency or a slash at the end of a line, with the two names before it."""
    found = ending(kinds, "ending agency")
    if not is_sourced(found):
        found = ending(kinds, "ending firm") or ending(kinds, "ending names")
        if not found.startswith(("U", "G")) and not is_slashed(found):
            found = ""
    if not found and (kinds.endswith("S") or _ORGANISATION.search(kinds)):
        found = kinds[-1]
    if not found and _ends_in_name_without_case(line, words, kinds):
        found = kinds[-1]
    index = len(kinds) - len(found)
    if not found or not index or is_in_sentence(line, words[index - 1]):
        return None
    return Cut(index, "guessed")


def _ends_in_name_without_case(line: str, words: list[Word], kinds: str) -> bool:
    """Return whether a name of a script without blanks is after a blank, at the end."""
    if not _WITHOUT_CASE.search(kinds):
        return False
    before, last = words[-2:]
    is_long = before.end - before.start >= _SHORTEST_WITHOUT_CASE
    is_apart = last.start > before.end
    return is_long and is_apart and is_person_without_case(line, last)
