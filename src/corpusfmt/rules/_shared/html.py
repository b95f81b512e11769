"""What the rules on remains of HTML share: where addresses stand, and whether an article is about HTML."""

from __future__ import annotations

import re

ADDRESS = (
    r"(?:(?:https?|ftp)://|www\.)(?>(?:[^\s<>()]++|\([^\s<>()]*+\))*)"
    r"|\]\([^\s()]*+\)"
    r"|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+>"
)
"""A pattern of addresses as they stand in a text: bare, in a link, in angle brackets."""

_SUBJECT = re.compile(r"(?<![\w./-])(?:X?HTML|XML|CSS|PHP)[45]?(?![\w/-]|\.\w)")


def is_about_html(text: str) -> bool:
    """Whether an article speaks of HTML or what belongs to it, so that tags and references in it are its subject."""
    return _SUBJECT.search(text) is not None
