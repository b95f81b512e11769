"""Decide whether a line after the gap is a credit, and where a caption before it ends.

The words of the line have kinds (``credit_words``), and patterns over the kinds decide
(``credit_patterns``). Section 7 of the specification has the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from corpusfmt.syntax.credit_cut import Grade, find_cut
from corpusfmt.syntax.credit_lists import credit_words
from corpusfmt.syntax.credit_patterns import (
    ending,
    is_certain,
    is_slashed,
    is_sourced,
    matches,
    without_brackets,
)
from corpusfmt.syntax.credit_pieces import begins_as_notice, ends_sentence, may_have_opener
from corpusfmt.syntax.credit_words import (
    Word,
    is_in_sentence,
    is_made_for_paper,
    is_person_without_case,
    is_source,
    kinds_of,
    words_of,
)
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import Block, Document

LONGEST_LINE = 1000
LONGEST_CREDIT = 120
SHORTEST_CREDIT = 2
_SEEN = 160
"""How many characters at the end of a line are cut into words."""

_LABEL_AFTER_SENTENCE = regex(r'[.")][^.:]{0,5}B')
_LABEL_IN_BRACKETS = regex(r"[^LQlBAR(]+\([LQl]")
_WORDS_WITHOUT_CASE = regex(r"(?P<words>C+)[(-]")
_MOST_WITHOUT_CASE = 2
_WORD_AND_LABEL = regex(r"[HNUx][LQ][NUIDMGAW][^.x]{0,11}")

_SHORTEST_CAPTION = 40
"""How long a caption is at least that nothing but its length parts from a name."""

_STAR = "*"
_LINK = "]("
"""What emphasis and links have: a credit, or a caption with a link, would keep it as text."""

_INITIALS = regex("[A-Z]{2,4}")
_IDEOGRAPHS = regex("[\u4e00-\u9fff]{2,5}")
_BRAND = regex(r"[^\W\d_]*[a-zà-ÿ]\.?[A-Z][^\W\d_]*")
_ALONE = "\u0e00-\u0eff\u3041-\u30ff\u3400-\u9fff"
_TITLE_WORD = regex(rf"[{_ALONE}]|[^\W_{_ALONE}]+")
_BYLINE = regex(r"By\s")
_LETTERS = regex(r"[^\W\d_]+")
_BLANK = regex(r"\s")


class CreditLine(NamedTuple):
    """A line as it is read: the caption, if any, the credit, and how they are known."""

    grade: Grade
    caption: str | None
    credit: str


class Around:
    """What a line is compared with: the fields of the document, and the blocks after the line."""

    def __init__(self, fields: Document, body: Sequence[Block]) -> None:
        self._fields = fields
        self._body = body

    @property
    def titles(self) -> list[str]:
        """The title and the subtitle."""
        found = (self._fields.get("title"), self._fields.get("subtitle"))
        return [title for title in found if title]

    @property
    def authors(self) -> list[str]:
        """The names of the byline."""
        return [author["name"] for author in self._fields.get("byline", [])]

    @cached_property
    def texts(self) -> list[str]:
        """The text of each block that has content."""
        return [plain_text(block["content"]) for block in self._body if "content" in block]


def find_credit(line: str, around: Around) -> CreditLine | None:
    """Return what a line after the gap is read as, or None for a paragraph.

    ``line`` is a string as documents have it. Linear in its length.
    """
    if not SHORTEST_CREDIT <= len(line) <= LONGEST_LINE:
        return None
    if _BYLINE.match(line):
        return None
    if ends_sentence(line) and (len(line) > LONGEST_CREDIT or not begins_as_notice(line)):
        found = _before_full_stop(line)
    else:
        found = _find(line, around)
    if found is None or repeats_title(line, around.titles):
        return None
    if _LINK in line or _STAR in found.credit:
        return found._replace(grade="possible")
    return found


def find_headed_credit(line: str, around: Around) -> CreditLine | None:
    """Return what a heading after the gap that is all bold is read as, or None for a heading."""
    if not SHORTEST_CREDIT <= len(line) <= LONGEST_CREDIT:
        return None
    kinds = without_brackets(kinds_of(words_of(line)).strip("-"))
    is_credit = is_sourced(kinds) or is_slashed(kinds) or matches(kinds, "labelled", "pictured")
    has_marks = _STAR in line or _LINK in line
    if not is_credit or has_marks or repeats_title(line, around.titles):
        return None
    return CreditLine("guessed", None, line)


def repeats_title(line: str, titles: Iterable[str]) -> bool:
    """Return whether a line has the words of a title, or nearly."""
    ours = set(_TITLE_WORD.findall(line.casefold()))
    for title in titles:
        theirs = set(_TITLE_WORD.findall(title.casefold()))
        common = len(ours & theirs)
        if common and 4 * common >= 3 * max(len(ours), len(theirs)):
            return True
        if common == len(ours) >= 3:
            return True
    return False


def _before_full_stop(line: str) -> CreditLine | None:
    """Return the caption and the possible credit of a line that ends in a full stop.

    A sentence or a bracket is before the credit, which begins as “Photo by” does.
    """
    bare = line.removesuffix(".")
    if bare == line or not bare[-1:].isalpha() or not may_have_opener(bare[-_SEEN:]):
        return None
    words = _last_words(bare)
    cut = find_cut(bare, words)
    if cut is None or cut.grade != "certain":
        return None
    kinds = kinds_of(words)
    if _LABEL_AFTER_SENTENCE.match(kinds, cut.start - 1) is None:
        return None
    return _cut_at(line, words[cut.start].start, "possible")


def _find(line: str, around: Around) -> CreditLine | None:
    words = _last_words(line)
    if len(line) <= LONGEST_CREDIT:
        grade = _grade_of_whole(line, words, around)
        if grade is not None:
            return CreditLine(grade, None, line)
    cut = find_cut(line, words)
    if cut is not None:
        return _cut_at(line, words[cut.start].start, cut.grade)
    return _after_author(line, around) or _before_person(line, words, around)


@lru_cache(maxsize=128)  # asked for by the reader, and after many texts by writer and rules
def _last_words(line: str) -> list[Word]:
    """Return the words of a line; what is far from its end is one word of kind x."""
    if len(line) <= _SEEN:
        return words_of(line)
    blank = _BLANK.search(line, len(line) - _SEEN)
    start = len(line) if blank is None else blank.end()
    words = [Word("x", 0, start)]
    for word in words_of(line[start:]):
        words.append(Word(word.kind, word.start + start, word.end + start))
    return words


def _cut_at(line: str, start: int, grade: Grade) -> CreditLine | None:
    caption, credit = line[:start].rstrip(), line[start:]
    if not caption or not SHORTEST_CREDIT <= len(credit) <= LONGEST_CREDIT:
        return None
    return CreditLine(grade, caption, credit)


# A line that is a credit as a whole


def _grade_of_whole(line: str, words: list[Word], around: Around) -> Grade | None:
    kinds = without_brackets(kinds_of(words).strip("-"))
    if _begins_as_caption(line, words, kinds):
        return None
    if is_source(line) or is_certain(kinds):
        return "certain"
    if _begins_as_label(line, words, kinds):
        return "guessed"
    if matches(kinds, "paper", "staff", "outlet", "office", "made", "unmarked"):
        return "guessed"
    return _grade_of_makers(line, words, kinds, around)


def _grade_of_makers(line: str, words: list[Word], kinds: str, around: Around) -> Grade | None:
    """Return the grade of names that have neither a label nor a source beside them."""
    if is_made_for_paper(line, words):
        return None if _are_common_words(line, around, least=1) else "guessed"
    names = line.strip("()[]-–— ")
    if _is_name_by_form(names, kinds) or matches(kinds, "people", "body"):
        return _grade_of_names(names, around)
    if not matches(kinds, "doubtful") or _are_common_words(names, around, least=1):
        return None
    return "possible"


def _begins_as_label(line: str, words: list[Word], kinds: str) -> bool:
    """Return whether the first word is the beginning of a label, as in “Drone photo: Ida Holm”."""
    return _WORD_AND_LABEL.fullmatch(kinds) is not None and line[words[1].start].islower()


def _begins_as_caption(line: str, words: list[Word], kinds: str) -> bool:
    """Return whether a line has a caption, and then a credit in brackets or after a dash.

    The credit in brackets has a label, or the caption is of more words without case, or of one
    longer one, than a name is.
    """
    if _LABEL_IN_BRACKETS.match(kinds) is not None:
        return True
    match = _WORDS_WITHOUT_CASE.match(kinds)
    if match is None:
        return False
    if len(match["words"]) == 1:
        return not is_person_without_case(line, words[0])
    return len(match["words"]) > _MOST_WITHOUT_CASE


def _is_name_by_form(names: str, kinds: str) -> bool:
    """Return whether the letters of a single word show that it is a name."""
    if names in credit_words("heading_words"):
        return False
    if _IDEOGRAPHS.fullmatch(names) is not None:
        return not names.endswith(tuple(credit_words("heading_endings")))
    form = {"U": _INITIALS, "N": _BRAND}.get(kinds)
    return form is not None and form.fullmatch(names) is not None


def _grade_of_names(names: str, around: Around) -> Grade | None:
    """Return the grade of names alone: the picture's maker, or someone the article is about."""
    folded = names.casefold()
    if any(folded in title.casefold() for title in around.titles):
        return None
    if any(folded == author.casefold() for author in around.authors):
        return None
    if any(names in text for text in around.texts):
        return "possible"
    return None if _are_common_words(names, around) else "guessed"


def _are_common_words(names: str, around: Around, *, least: int = 2) -> bool:
    """Return whether the body has half of the words in lower case, and this many or more."""
    wanted = set(_LETTERS.findall(names.lower()))
    found = {word for word in wanted if _is_in_lower_case(word, around)}
    return len(found) >= least and 2 * len(found) >= len(wanted)


def _is_in_lower_case(word: str, around: Around) -> bool:
    texts = [text for text in around.texts if word in text]
    if not texts:
        return False
    pattern = re.compile(rf"(?<![^\W\d_]){word}(?![^\W\d_])")
    return any(map(pattern.search, texts))


# Names at the end of a line that nothing parts from its caption


def _after_author(line: str, around: Around) -> CreditLine | None:
    """Find the name of an author at the end of a line."""
    for author in around.authors:
        start = len(line) - len(author)
        if line.endswith(" " + author) and len(line[:start].split()) > 3:
            return _cut_at(line, start, "guessed")
    return None


def _before_person(line: str, words: list[Word], around: Around) -> CreditLine | None:
    """Find names that nothing else in the document has, at the end of a long line."""
    kinds = kinds_of(words)
    found = ending(kinds, "ending person")
    index = len(kinds) - len(found)
    if not found or "." in kinds or kinds[index - 1 : index] != "x":
        return None
    before, first = words[index - 1], words[index]
    if len(line[: first.start].rstrip()) < _SHORTEST_CAPTION:
        return None
    if is_in_sentence(line, before) or _occurs(line[first.start :], around):
        return None
    return _cut_at(line, first.start, "guessed")


def _occurs(names: str, around: Around) -> bool:
    """Return whether a word of these names occurs in a title or in the body."""
    texts = [*around.titles, *around.texts]
    return any(word in text for word in names.split() for text in texts)
