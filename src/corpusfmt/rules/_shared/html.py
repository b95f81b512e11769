"""What the rules on remains of HTML share: URLs in a text, and whether an article is about HTML."""

from __future__ import annotations

from corpusfmt.text.patterns import regex

ADDRESS = (
    r"(?:(?:https?|ftp)://|www\.)(?>(?:[^\s<>()]++|\([^\s<>()]*+\))*)"
    r"|\]\([^\s()]*+\)"
    r"|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+>"
)
"""A pattern of URLs as they occur in a text: bare, in a link, in angle brackets."""

_SUBJECT = regex(r"(?<![\w./-])(?:X?HTML|XML|CSS|PHP)[45]?(?![\w/-]|\.\w)")


def is_about_html(text: str) -> bool:
    """Return whether an article is about HTML: it contains tags and references on purpose."""
    return _SUBJECT.search(text) is not None
