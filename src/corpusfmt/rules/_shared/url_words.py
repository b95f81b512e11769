"""Words that are frequent in URLs, and words that have lost no hyphen in one."""

from __future__ import annotations

from functools import cache

from corpusfmt.rules._shared.word_lists import read_list


@cache
def url_words() -> frozenset[str]:
    """Return the words of sections and topics of news sites."""
    return frozenset(read_list("url_words"))


@cache
def joined_words() -> frozenset[str]:
    """Return the English words that are made of two."""
    return frozenset(read_list("joined_words"))
