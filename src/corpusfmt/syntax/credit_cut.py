"""Find where a caption ends and its credit begins, in a line that has both."""

from __future__ import annotations

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
    is_made_for_paper,
    is_person_without_case,
    is_source,
    kinds_of,
)
from corpusfmt.text.annotations import Literal
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

Grade = Literal["certain", "guessed", "possible"]
"""How a line is known to be a credit; a possible one is read as a paragraph."""


class Cut(NamedTuple):
    """The number of the word that a credit begins with, and how it is known to be one."""

    start: int
    grade: Grade


_SHORTEST_WITHOUT_CASE = 8

_AFTER_SENTENCE = (
    "after",
    "body",
    "made",
    "office",
    "outlet",
    "paper",
    "people",
    "staff",
    "unmarked",
)
"""The patterns of a guessed credit after a sentence."""

# Places in the kinds of a line.
_CLOSED = regex(r'\.[")]*$')
_LABEL = regex("[LQlBR]")
_OPENERS = ("(", "-", "/", "|")
_BARS = ("/", "|")
_ENDS = (".", '"', ")")
_NAMES_BEFORE_LABEL = (
    regex(r'[.")](?P<names>[AGU])$'),
    regex(r'[.")](?P<names>H?[NUIDMGoA]{1,4})$'),
)
"""Names after a sentence and before a label: one, or others if the label has no colon."""
_SENTENCE = regex(r'\."*\)?(?P<rest>[^.]+)$')
_NO_CREDIT = regex("$|[LQlB]|.*(?<![,/|(])R9(?![NUIDMGACH]{1,6}$)")
_CLOSER = regex('[")](?P<rest>[^")]+)$')
_BRACKET = regex(r"\((?P<inner>[^()]+)\)?$")
_BAR = regex("[-|R]")
_ORGANISATION = regex("[NUIDMG]G$")
_WITHOUT_CASE = regex("[CSZ]C$")


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
        before, rest = kinds[index - 1 : index], kinds[index + 1 :].rstrip(")")
        start = index - 1 if before in _OPENERS else index
        named = _NAMES_BEFORE_LABEL[match[0] == "B"].search(kinds, 0, index)
        if named is not None:
            start, before = named.start("names"), _ENDS[0]
        is_listed = match[0] != "l" and is_source(line[words[index].end :])
        if not start or not (is_listed or _may_follow(match[0], rest)):
            continue
        grade: Grade = "guessed" if is_listed else _grade_after_label(match[0], rest)
        if grade == "guessed" and _is_apart(before, line[words[index].start]):
            grade = "certain"
        return Cut(start, grade)
    return None


def _is_apart(before: str, first: str) -> bool:
    """Return whether a label is apart from the words before it, or is capitalized."""
    return before in _OPENERS or before in _ENDS or not first.islower()


def _may_follow(label: str, rest: str) -> bool:
    """Return whether words of these kinds may be the credit that a label begins."""
    if label == "Q":
        return matches(rest, "any rest")
    return rest.count("x") <= 1 and matches(rest, "rest")


def _grade_after_label(label: str, rest: str) -> Grade:
    if label == "Q":
        return "certain"
    is_of_source = label == "l" and is_sourced(rest)
    if is_of_source or (label != "l" and matches(rest, "known")):
        return "guessed"
    return "possible"


def _after_sentence(line: str, words: list[Word], kinds: str) -> Cut | None:
    """Find a credit after the last sentence."""
    match = _SENTENCE.search(kinds)
    if match is None:
        return None
    rest, start = match["rest"], match.start("rest")
    bare = without_brackets(rest)
    if _NO_CREDIT.match(bare) is not None:
        return None
    if is_certain(bare) or is_source(line[words[start].start :]):
        return Cut(start, "guessed" if bare != rest and "/" not in bare else "certain")
    is_name = rest == "C" and is_person_without_case(line, words[start])
    if is_name or matches(bare, *_AFTER_SENTENCE) or is_made_for_paper(line, words[start:]):
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
    inner = match["inner"]
    is_credit = is_sourced(inner) or is_slashed(inner)
    is_credit = is_credit or matches(inner, "outlet", "unmarked", "made")
    return Cut(match.start(), "guessed") if is_credit else None


def _after_bar(kinds: str) -> Cut | None:
    """Find sources after a dash, a bar or a sign of rights."""
    for match in _BAR.finditer(kinds):
        if is_sourced(kinds[match.end() :].strip("-|")):
            return Cut(match.start(), "guessed")
    return None


def _at_end(line: str, words: list[Word], kinds: str) -> Cut | None:
    """Find names at the end of a line that do not continue a sentence."""
    found = _labelled_at_end(line, words, kinds) or _names_at_end(line, words, kinds)
    index = len(kinds) - len(found)
    if found and index > 1 and _is_label(line, words[index - 1]):
        index -= 1  # as in “Foto Reuters”
    if not found or not index or is_in_sentence(line, words[index - 1]):
        return None
    return Cut(index, "guessed")


def _labelled_at_end(line: str, words: list[Word], kinds: str) -> str:
    """Return the kinds of a word for a picture and the name of a person, at the end."""
    found = ending(kinds, "ending label")
    index = len(kinds) - len(found)
    index += found[:1] in _BARS
    return found if found and _is_label(line, words[index]) else ""


def _is_label(line: str, word: Word) -> bool:
    """Return whether a word is one for a picture, with a capital or a full stop: a label."""
    if word.kind not in ("P", "K"):
        return False
    return line[word.start].isupper() or line[word.end - 1] == "."


def _names_at_end(line: str, words: list[Word], kinds: str) -> str:
    """Return the kinds of an agency or a slash, with the two names before it, at the end."""
    found = ending(kinds, "ending agency")
    if is_sourced(found):
        return found
    found = ending(kinds, "ending firm") or ending(kinds, "ending names")
    found = found or ending(kinds, "ending picture")
    if found.startswith(("U", "G", "P")) or is_slashed(found):
        return found
    is_single = kinds.endswith("S") or _ORGANISATION.search(kinds) is not None
    if is_single or _ends_in_name_without_case(line, words, kinds):
        return kinds[-1]
    return ""


def _ends_in_name_without_case(line: str, words: list[Word], kinds: str) -> bool:
    """Return whether a name of a script without blanks is after a blank, at the end."""
    if not _WITHOUT_CASE.search(kinds):
        return False
    before, last = words[-2:]
    is_long = before.end - before.start >= _SHORTEST_WITHOUT_CASE
    is_apart = last.start > before.end
    return is_long and is_apart and is_person_without_case(line, last)
