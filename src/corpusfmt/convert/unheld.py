"""Characters that no document can hold, in the texts of other programs."""

from __future__ import annotations

from collections.abc import Iterable

from corpusfmt.text.patterns import regex

_UNHELD = regex("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")
"""A character that no document can hold, and that is no white space."""

_OTHER_BREAKS = regex("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BREAKS_IN_URL = regex("[\t\n\r]")


def find_unheld(text: str) -> set[str]:
    """Return the characters of a text that no document can hold, and that are no white space."""
    return set(_UNHELD.findall(text))


def without_unheld(text: str) -> str:
    """Return a text without these characters."""
    return _UNHELD.sub("", text)


def without_other_breaks(text: str) -> str:
    """Return a text with spaces for the breaks that HTML does not have, as a browser shows them."""
    return _OTHER_BREAKS.sub(" ", text)


def without_breaks_in_url(url: str) -> str:
    """Return a URL without line breaks and tabs, which browsers remove (https://url.spec.whatwg.org)."""
    return _BREAKS_IN_URL.sub("", url)


def describe_unheld(characters: Iterable[str]) -> str:
    """Return what is reported where such characters were removed."""
    listed = ", ".join(f"U+{ord(one):04X}" for one in sorted(characters))
    return f"{listed} is not kept: no document can hold it"
