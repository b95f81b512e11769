"""Read the bylines of East Asian text whose label is behind the names, as in 김하늘 기자."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.syntax.byline_marks import without_brackets
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.byline_places import is_place
from corpusfmt.syntax.resources import word_list
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry

_HANGUL = r"[\uac00-\ud7a3]{2,4}"
_CHINESE = r"[\u4e00-\u9fff\u3040-\u30ff々ー]{2,10}"
_SEPARATOR = r"\s*[·・ㆍ‧,、，]\s*"
_KOREAN_ROLE = r"(?:[\uac00-\ud7a3]{2,6}\s?)?(?:기자|특파원)"
_CONTACT = r"(?:\s*(?P<contact>[^\s@]++@\S++))?"
_OTHER = regex(  # ・ is a part of a name in kana
    rf"(?P<desk>)(?P<names>{_CHINESE}(?:\s*[·‧,、，]\s*{_CHINESE})*?)\s?(?P<role>記者|记者){_CONTACT}"
)
_NAME = regex(rf"(?P<name>{_HANGUL}?(?=\s?기자)|[^\s·・ㆍ‧,、，]+)(?:\s?(?P<role>기자))?")
_NAME_OF_OTHER = regex(r"(?P<name>[^\s·‧,、，]+)(?P<role>)")
_LABEL_AT_END = regex(r"(?:기자|특파원|記者|记者)\Z")
_LABEL = regex(r"기자|특파원|記者|记者")
_LABEL_OF_NAME = regex(r"[\uac00-\ud7a3]{2,4}\s?(?:기자|특파원)\Z")
_PAPER = regex(
    r"\s*(?P<role>(?!本)[\u4e00-\u9fff]{1,8}[社報报網网台]\s?(?:記者|记者))\s*[:：／/]?\s*(?=\S)"
)
_BRACKETS = " ()（）[]【】［］="
_LONGEST = 80


def find_paper_before(line: str) -> re.Match[str] | None:
    """Return the match of a paper and the label at the start of a line, as in 新华社记者林若溪."""
    return None if line.isascii() else _PAPER.match(line)


def may_have_label(line: str) -> bool:
    """Return whether a short line has one of these labels at its end, or after a paper."""
    visible = line.strip(_BRACKETS)
    if len(visible) > _LONGEST or not may_end_in_label(visible):
        return False
    return _PAPER.match(visible) is not None or _LABEL_OF_NAME.search(visible) is not None


def may_end_in_label(line: str) -> bool:
    """Return whether a line has one of these labels, which can be behind names: a fast test."""
    return not line.isascii() and _LABEL.search(line) is not None


def find_label_behind(line: str) -> re.Match[str] | None:
    """Return the match of names, or of a desk, before a label, in brackets or not."""
    visible = without_brackets(line).strip()
    if len(visible) > _LONGEST or not may_end_in_label(visible):
        return None
    return _find_korean(visible) or _OTHER.fullmatch(visible)


def _find_korean(line: str) -> re.Match[str] | None:
    """Return the match of a Korean line.

    In 서울 이바다영상특파원, the first word is a place, and the name is directly before the label.
    """
    found = _korean().fullmatch(line)
    if found is None or found["desk"] or is_person(found["names"]):
        return found
    after_place = _korean(may_be_name=True).fullmatch(line)
    has_person = after_place is not None and after_place["desk"] and is_person(after_place["names"])
    return after_place if has_person else found


def read_names_before(
    line: str, behind: re.Match[str]
) -> tuple[list[AuthorEntry], list[tuple[int, int]]]:
    """Return the authors before a label and their spans in the line, none if one is no person.

    That one is a desk or a place.

    The label, a desk beside the names and a contact are roles of the last author.
    """
    names, desk, label = behind.span("names"), behind["desk"], behind["role"]
    if desk and is_desk(behind["names"]) and not is_desk(desk):
        names, desk, label = behind.span("desk"), None, f"{behind['names']} {label}"
    elif is_desk(_LABEL_AT_END.sub("", behind["names"] + behind["role"]).rstrip()):
        return [], []
    offset = line.index(behind[0])
    authors: list[AuthorEntry] = []
    spans: list[tuple[int, int]] = []
    pattern = _NAME_OF_OTHER if behind.re.pattern == _OTHER.pattern else _NAME
    for match in pattern.finditer(behind.string, *names):
        if is_place(match["name"]):
            return [], []
        author: AuthorEntry = {"name": match["name"]}
        if match["role"]:
            author["role"] = match["role"]
        authors.append(author)
        spans.append((offset + match.start(), offset + match.end()))
    authors[-1]["role"] = ", ".join(filter(None, (desk, label, behind["contact"])))
    spans[-1] = spans[-1][0], offset + behind.end()
    return authors, spans


def is_desk(name: str) -> bool:
    """Return whether a name is that of a desk or the paper, and not of a reporter."""
    return name.endswith(_desks())


@cache
def _desks() -> tuple[str, ...]:
    return tuple(word_list("byline_desks"))


@cache
def _korean(*, may_be_name: bool = False) -> re.Pattern[str]:
    """Return the pattern of a Korean line: a desk or a place, names, a label and a contact.

    After a desk, what precedes the words of a label is a name only if ``may_be_name``.
    """
    titles = "|".join(word_list("byline_korean_titles"))
    before_title = "" if may_be_name else r"[\uac00-\ud7a3]{0,4}"
    no_name = rf"(?!(?:{before_title}(?:{titles})\s?)?(?:기자|특파원))"
    names = rf"{_HANGUL}(?:\s?기자)?(?:{_SEPARATOR}{_HANGUL}(?:\s?기자)?)*?"
    return regex(
        rf"(?:(?P<desk>[\uac00-\ud7a3]{{2,10}})(?:\s*=\s*|\s+){no_name})?"
        rf"(?P<names>{names})\s?(?P<role>{_KOREAN_ROLE}){_CONTACT}"
    )
