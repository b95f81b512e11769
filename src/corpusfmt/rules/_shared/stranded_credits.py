"""Credits of pictures among the paragraphs of a body."""

from __future__ import annotations

from collections.abc import Iterable

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import ends, sizes
from corpusfmt.rules._shared.credit_labels import has_credit_label, may_name_source
from corpusfmt.syntax.credit import Around, CreditLine, find_credit
from corpusfmt.syntax.credit_pieces import begins_as_notice
from corpusfmt.syntax.credit_words import kinds_of, words_of
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

_LONGEST = 400
_LONGEST_CREDIT = 90

_NOTHING: Document = {"corpusfmt": "1.0", "body": []}
_AROUND = " ()[]（）【】-–—|/"
_SENTENCE_MARKS = '.!?…:;”"’»'

_COLONS = ":：=＝"

# Places in the kinds of the words of a credit.
_LABELLED = regex("[(/|-]*(?:[LQ]|B.*[NUIDMGACSZ]|[PK][/|]|l[^:]*[AR/])")
_PICTURED = regex("AP|PA|B")
_UNMARKED = regex("P(?:A|[NDHU]{2,3})(?:[/|][ANDHM]{1,3})?")
"""A word for a picture and names, with nothing between: a credit if there is nothing else."""

_SMALL_LABEL = regex(r"(?i)(?:fot(?:o|os|ó)?\.?|zdj\.|фото|снимка|(?:valo)?kuvat?|nuotr\.)\s")
"""A label of a language whose headlines do not capitalize each word."""

_LONGEST_UNMARKED, _COURTESY = 60, " courtesy of "
_CHINESE = regex(r"(?:记者|記者|通讯员|社|网|網)\s?[\u4e00-\u9fff]{2,4}\s?(?<!拍)[摄攝]$")
"""Who took the picture above: 中新社记者 张三 摄."""
_NAMES_AND_AGENCY = regex("N{2,4}/AP?")


def stranded_credits(context: Context) -> dict[int, str]:
    """Return the credits of paragraphs that are one, or end in one, by the numbers of the blocks.

    One below an image is its own, and one that may be that of the article is not among them.
    """
    types, texts = context.types, context.texts
    found = context.reading.found_credit
    is_reported = found is not None and found.grade == "possible"  # by possible-credit
    credits: dict[int, str] = {}
    for number in _candidates(context):
        if types[number] != "paragraph" or (is_reported and number == 0):
            continue
        credit = _credit_of_paragraph(texts[number])
        is_below_image = number > 0 and types[number - 1] == "image"  # whose own credit it is
        if credit is not None and not is_below_image:
            credits[number] = credit
    return credits


def _credit_of_paragraph(text: str) -> str | None:
    """Return the credit that a paragraph is or ends in, or None."""
    if _is_chinese_credit(text):
        return _chinese_credit(text)
    return _credit(text) if _may_have_credit(text) else None


def _is_chinese_credit(text: str) -> bool:
    """Return whether a text ends as a Chinese caption does: with the photographer."""
    return text.endswith(("摄", "攝")) and _CHINESE.search(text[-_LONGEST_CREDIT:]) is not None


def _chinese_credit(text: str) -> str:
    """Return the photographer at the end of a Chinese caption, with the word for the picture."""
    return text[-_LONGEST_CREDIT:].replace("　", " ").split("。")[-1].split("：")[-1].strip(_AROUND)


def credit_in(text: str) -> str | None:
    """Return the credit that a text is or ends in, or None."""
    if len(text) > _LONGEST or not _may_have_credit(text):
        return None
    return _credit(text)


def _candidates(context: Context) -> list[int]:
    """Return the numbers of the texts that are short, or end in a bracket or near a colon."""
    texts, lengths, last = context.texts, context.memo(sizes), context.memo(ends)
    found = [number for number, length in enumerate(lengths) if 0 < length <= _LONGEST]
    colons = context.signs.intersection(_COLONS)
    if not colons:
        return [n for n in found if lengths[n] <= _LONGEST_CREDIT or last[n] == ")"]
    likely: list[int] = []
    for number in found:
        length = lengths[number]
        is_likely = length <= _LONGEST_CREDIT or last[number] == ")"
        if is_likely or _has_colon(texts[number], colons, length - _LONGEST_CREDIT):
            likely.append(number)
    return likely


def _has_colon(text: str, colons: Iterable[str], start: int) -> bool:
    for colon in colons:  # noqa: SIM110 - half the time of any()
        if text.find(colon, start) >= 0:
            return True
    return False


def _may_have_credit(text: str) -> bool:
    """Return whether a text may end in a label and names, in brackets, or in names with a slash."""
    is_short = len(text) <= _LONGEST_CREDIT
    if text.endswith(")") or (is_short and ("/" in text or begins_as_notice(text))):
        return may_name_source(text[-_LONGEST_CREDIT - 2 :])
    end = text[-_LONGEST_CREDIT:]
    return has_credit_label(end) and may_name_source(text[-_LONGEST_CREDIT - 2 :])


def _credit(text: str) -> str | None:
    """Return the credit at the end of a paragraph."""
    found = find_credit(text.removesuffix("."), Around(_NOTHING, ()))
    if found is None or len(found.credit) > _LONGEST_CREDIT:
        return None
    kinds = kinds_of(words_of(found.credit))
    is_credit = _is_labelled(kinds) or _is_of_agency(found, kinds) or _is_unmarked(found, kinds)
    return found.credit.strip(_AROUND) if is_credit else None


def _is_unmarked(found: CreditLine, kinds: str) -> bool:
    """Return whether a credit has no mark after its label, and is the whole of a short block."""
    if found.caption is not None or len(found.credit) > _LONGEST_UNMARKED:
        return False
    if _UNMARKED.fullmatch(kinds) is not None:
        return kinds[1] == "A" or _SMALL_LABEL.match(found.credit) is not None
    return kinds[0] == "R" and _COURTESY in found.credit[:25].casefold()


def _is_labelled(kinds: str) -> bool:
    """Return whether words of these kinds are a label and names, rather than a sentence."""
    if _LABELLED.match(kinds) is None or "9" in kinds or "." in kinds:
        return False
    return kinds.count("x") <= 1 or "A" in kinds or "R" in kinds


def _is_of_agency(found: CreditLine, kinds: str) -> bool:
    """Return whether a credit names an agency beside a slash, or in brackets after a caption.

    After a longer text than a caption, the name before a slash may be the author's.
    """
    if "A" not in kinds or "9" in kinds:
        return False
    if found.caption is None:
        return "/" in kinds
    # Articles have the agency in brackets as well, after a full stop.
    is_after_sentence = found.caption[-1] in _SENTENCE_MARKS
    if is_after_sentence and _NAMES_AND_AGENCY.fullmatch(kinds):
        return len(found.caption) <= _LONGEST_CREDIT
    return kinds[0] == "(" and (not is_after_sentence or _PICTURED.search(kinds) is not None)
