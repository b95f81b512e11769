"""Write the word lists of grammar/words into grammar/article.lark, as terminals of the grammar."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
GRAMMAR = ROOT / "grammar" / "article.lark"
WORDS = ROOT / "grammar" / "words"

_ANY_SPACE = r"[^\S\n]"
_BLOCK = re.compile(
    r'(?<=^// Written by "make generate" from the files of words/\.\n)'
    r".*?"
    r"(?=^// End of what is written from words/\.\n)",
    re.MULTILINE | re.DOTALL,
)
_GROUP = re.compile(r"\([^(){}\[\]]*\)|\{[^(){}\[\]]*\}|\[[^(){}\[\]]*\]")
_ONE_CHARACTER = re.compile(r"\\?.|\[[^\]]+\]", re.DOTALL)


class WordList(NamedTuple):
    """A list: its terminal, its file, the pattern of a space, and the start of its group."""

    terminal: str
    file: str
    space: str = _ANY_SPACE
    group: str = "(?:"


LISTS = (
    WordList("_MONTH_WORDS", "months"),
    WordList("_DOTTED_MONTH_WORDS", "dotted_months"),
    WordList("_BYLINE_WORDS", "byline_labels"),
    WordList("_RELATED_WORDS", "related_labels", " ", "(?i:"),
    WordList("_SENTENCE_START_WORDS", "sentence_starts"),
    WordList("_SENTENCE_WORDS", "sentence_words"),
)


_BY_FIRST_CHARACTER = ("byline_labels",)
"""The lists of plain entries that each line of the header is compared with."""

CREDIT_LISTS = (
    "abbreviations",
    "agencies",
    "and_words",
    "credit_colon_labels",
    "credit_comma_labels",
    "credit_endings",
    "credit_for_words",
    "credit_joiners",
    "credit_labels",
    "credit_links",
    "credit_notices",
    "credit_offices",
    "credit_positions",
    "credit_sources",
    "gallery_labels",
    "heading_endings",
    "heading_words",
    "name_connectors",
    "name_particles",
    "organisations",
    "paper_names",
    "picture_desks",
    "picture_words",
    "prepositions",
    "public_bodies",
    "source_endings",
    "source_labels",
)
"""The lists that the reader of credits looks words up in: no terminal has them."""


def credits_table() -> str:
    """Return the lists of credits as JSON, with every word that their entries stand for."""
    lists: dict[str, list[str]] = {}
    for file in CREDIT_LISTS:
        words: set[str] = set()
        for entry in read_entries(file):
            words |= set(expand(entry))
        lists[file] = sorted(words)
    return json.dumps(lists, ensure_ascii=False, indent=0) + "\n"


def expand(entry: str) -> list[str]:
    """Return the words that an entry stands for."""
    match = _GROUP.search(entry)
    if match is None:
        return [entry]
    inner = match[0][1:-1]
    choices = inner.split("|") if match[0][0] == "{" else [inner]
    if match[0][0] == "[":
        choices = list(inner)
    if match[0][0] == "(":
        choices.append("")
    words: list[str] = []
    for choice in choices:
        words += expand(entry[: match.start()] + choice + entry[match.end() :])
    return words


def write_words(grammar: str) -> str:
    """Return the text of the grammar with the terminals of all word lists."""
    terminals = "".join(map(_terminal, LISTS))
    return _BLOCK.sub(lambda _: terminals, grammar)


def read_entries(file: str) -> list[str]:
    """Return the entries of a list, without comments and empty lines."""
    lines = (WORDS / f"{file}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def entry_pattern(entry: str, space: str) -> str:
    """Return the pattern of an entry.

    ``(…)`` is optional, ``{…|…}`` a choice, and ``[…]`` one of these characters.
    """
    pattern, rest = _sequence(entry + ")", space)
    if rest:
        raise ValueError(f"{entry!r} closes a group that it does not open")
    return pattern


def _terminal(words: WordList) -> str:
    entries = read_entries(words.file)
    if words.file in _BY_FIRST_CHARACTER:
        patterns = list(_patterns_by_first_character(entries, words.space))
    else:
        patterns = [entry_pattern(entry, words.space) for entry in entries]
    return f"{words.terminal}: /{words.group}{'|'.join(patterns)})/\n"


def _patterns_by_first_character(entries: list[str], space: str) -> Iterator[str]:
    """Yield a pattern of the entries that begin with the same character, for each such character.

    A line that begins with none of them is compared with fewer branches.
    """
    groups: dict[str, list[str]] = {}
    for entry in entries:
        groups.setdefault(entry[0], []).append(entry_pattern(entry[1:], space))
    for first, patterns in groups.items():
        yield f"{_character(first, space)}(?:{'|'.join(patterns)})"


def _sequence(entry: str, space: str) -> tuple[str, str]:
    """Return the pattern up to the end of the group that it is in, and what follows that end."""
    pattern = ""
    while entry:
        first, entry = entry[0], entry[1:]
        if first in ")}":
            return pattern, entry
        if first == "(":
            inner, entry = _sequence(entry, space)
            pattern += f"{inner}?" if _ONE_CHARACTER.fullmatch(inner) else f"(?:{inner})?"
        elif first == "{":
            inner, entry = _sequence(entry, space)
            pattern += f"(?:{inner})"
        else:
            pattern += _character(first, space)
    raise ValueError(f"{pattern!r} ends in an open group")


def _character(character: str, space: str) -> str:
    if character == " ":
        return space
    return f"\\{character}" if character in ".+*?/" else character
