"""The datelines of news agencies."""

from __future__ import annotations

import re

from corpusfmt.rules._shared.passages import has_any
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.text.patterns import regex

_LONGEST = 100
_DATELINE = regex(
    r"(?P<place>[^()\n.!?]{0,60}(?:\d\.)?[^()\n.!?]{0,20})[(（](?P<agency>[\w /.-]{2,30})[)）]\s?"
    r"(?:\.\s?)?[-–—:]+\s?"
)
_WITHOUT_DASH = regex(
    r"[^\W\d_][^()\n!?]{1,40}, (?:[^\W\d_]{3,10}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,10}\.?)(?:, \d{4})? "
    r"[(](?P<agency>[\w /.-]{2,30})[)](?= [\"“‘]?[A-Z])"
)
"""The form of agencies in India: `Skerry, March 14 (IANS) The`."""

_OTHER_FORMS = regex(
    r"(?:(?P<capitals>[^\W\d_a-z][^\W\d_a-z .,'’/-]*(?:[ .,'’/-]+[^\W\d_a-z .,'’/-]+){0,3})"
    r"(?:, [^\W\d_][\w. ]{2,20})?\s[–—]\s(?=[^\W\d_]))"
    r"|[A-ZА-ЯЁІЇЄ][^\n()]{2,40}?"
    r"(?:[.,]\s?/[^/\n]{2,20}/\.?|\s[–—-]\s(?:РИА Новости|Интерфакс|УНН)\.?)\s"
    r"|[\u4e00-\u9fff]{2,6}(?:社|网|網|讯|訊)[\u4e00-\u9fff]{0,8}(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊)"
    r"|[【［\[][^】］\]\n]{1,20}(?:共同|時事|ロイター|AFP|CNN|時報|通信|日報)[^】］\]\n]{0,12}[】］\]]"
    r"|[(\[][\uac00-\ud7a3]{2,6}=[\uac00-\ud7a3\w]{2,10}[)\]]"
)
_OF_FORMS = tuple("–—/=【［社网網讯訊")
"""Each of the other forms has one of these, or a hyphen and Cyrillic letters."""

_AFTER_AGENCY = regex(r"[)）]\s?(?:\.\s?)?[-–—:]")

_FEWEST_CAPITALS = 3


def dateline_of(text: str) -> str:
    """Return the dateline that a paragraph begins with; empty where it has none."""
    head = text[:_LONGEST]
    return _with_agency_in_brackets(head) or _in_other_form(head)


def _with_agency_in_brackets(head: str) -> str:
    if "(" not in head and "（" not in head:
        return ""
    has_dash = _AFTER_AGENCY.search(head) is not None
    match = _DATELINE.match(head) if has_dash else _WITHOUT_DASH.match(head)
    return match[0].strip() if match is not None and _is_agency(match["agency"]) else ""


def _in_other_form(head: str) -> str:
    has_hyphen = "-" in head and not head.isascii()
    if not has_hyphen and not has_any(head, _OF_FORMS):  # as in most
        return ""
    match = _OTHER_FORMS.match(head)
    if match is None:
        return ""
    capitals = match["capitals"]
    if capitals is not None and (len(capitals) < _FEWEST_CAPITALS or not capitals.isupper()):
        return ""  # not a place
    return match[0].strip()


def _is_agency(text: str) -> bool:
    """Return whether a text names an agency, perhaps with its desk (``dpa/bb``)."""
    known = agencies()
    return any(part in known or part.upper() in known for part in re.split(r"[/ -]", text))
