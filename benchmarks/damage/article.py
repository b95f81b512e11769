"""A sound article, cut into lines, and a damaged one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Self

from benchmarks.damage.languages import language_of, script_of

GAP = "\n\n\n\n"
SENTENCE_ENDS = ".!?。！？।؟…۔"
CLOSING = "\"'”’»）)」』*"
SHORTEST = 60
SHORTEST_BY_SCRIPT = {"han": 25, "kana": 25, "hangul": 30, "thai": 40}
MARKUP = re.compile(r"[#*>|!<\[\\`~_-]|\d+[.)] ")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged text, and the numbers of the lines with the damage, from 1."""

    content: str | bytes
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class Article:
    """A canonical article, and another one of the same collection.

    ``paragraphs`` are the indexes of the lines of the body that are prose and nothing else.
    """

    text: str
    other: str = ""
    lines: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    script: str = ""
    language: str = ""
    words: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, text: str, other: str = "") -> Self:
        """Return the article of a canonical text."""
        lines = text.split("\n")
        script = script_of(text)
        shortest = SHORTEST_BY_SCRIPT.get(script, SHORTEST)
        first = text[: text.index(GAP)].count("\n") + 4 if GAP in text else len(lines)
        paragraphs = [
            index for index in range(first, len(lines)) if _is_prose(lines, index, shortest)
        ]
        words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
        language = language_of(script, text, words)
        return cls(text, other, tuple(lines), tuple(paragraphs), script, language, words)

    @property
    def title(self) -> str:
        """Return the title without its mark."""
        return self.lines[0].removeprefix("# ")

    @property
    def url(self) -> str:
        """Return the URL at the end, or an empty string."""
        match = re.search(r"\n<(\S+)>\n*\Z", self.text)
        return match[1] if match else ""

    @property
    def header(self) -> range:
        """Return the indexes of the lines above the gap."""
        return range(self.text[: self.text.find(GAP)].count("\n") + 1)

    def header_line(self, pattern: str) -> int | None:
        """Return the index of the first header line below the title that a pattern matches."""
        found = (index for index in self.header[1:] if re.match(pattern, self.lines[index]))
        return next(found, None)

    def pick(self, random: Random, pattern: str = "") -> int | None:
        """Return the index of a paragraph, of those that contain a pattern, or None."""
        found = [index for index in self.paragraphs if re.search(pattern, self.lines[index])]
        return random.choice(found) if found else None

    def with_lines(self, changes: Mapping[int, str | None]) -> Damaged | None:
        """Return the text with some lines replaced, or removed with the blank line below."""
        if all(self.lines[index] == new for index, new in changes.items()):
            return None
        removed = {index for index, new in changes.items() if new is None}
        removed |= {index + 1 for index in removed}
        lines: list[str] = []
        damaged: set[int] = set()
        for index, line in enumerate(self.lines):
            if index in removed:
                continue
            new = changes.get(index) or line
            if index in changes:
                damaged.update(range(len(lines) + 1, len(lines) + 2 + new.count("\n")))
            lines.extend(new.split("\n"))
        return Damaged("\n".join(lines), frozenset(damaged))

    def with_line(self, index: int | None, change: Callable[[str], str]) -> Damaged | None:
        """Return the text with one line changed."""
        if index is None:
            return None
        return self.with_lines({index: change(self.lines[index])})

    def with_link(self, random: Random, target: str) -> Damaged | None:
        """Return the text with two words of a paragraph as a link."""
        words = r"(?<= )[^\W\d_]+ [^\W\d_]+(?= )"

        def link(line: str) -> str:
            return substitute(random, words, line, lambda found: f"[{found}]({target})", 1)

        return self.with_line(self.pick(random, words), link)

    def with_every_line(self, change: Callable[[str], str]) -> Damaged | None:
        """Return the text with each line changed, of title and paragraphs."""
        return self.with_lines(
            {index: change(self.lines[index]) for index in (0, *self.paragraphs)}
        )

    def with_block(self, before: int | None, block: str) -> Damaged | None:
        """Return the text with a block inserted above a line, and blank lines around it."""
        if before is None:
            return None
        lines = [*self.lines[:before], *block.split("\n"), "", *self.lines[before:]]
        count = block.count("\n") + 1
        return Damaged("\n".join(lines), frozenset(range(before + 1, before + 1 + count)))

    def with_last_block(self, block: str) -> Damaged | None:
        """Return the text with a block after the last paragraph, above what follows it."""
        if not self.paragraphs:
            return None
        last = self.paragraphs[-1]
        if last + 2 >= len(self.lines):
            content = f"{self.text.rstrip()}\n\n{block}\n"
            number = len(self.lines) + 1
            return Damaged(content, frozenset(range(number, number + 1 + block.count("\n"))))
        return self.with_block(last + 2, block)

    def with_end(self, block: str) -> Damaged | None:
        """Return the text with a block at the end of the body, above the URL of the article."""
        label = "Original url:"
        if label not in self.lines:
            return self.with_last_block(block)
        return self.with_block(self.lines.index(label), block)

    def whole(self, content: str | bytes) -> Damaged | None:
        """Return another text for the article, damaged everywhere."""
        if content in (self.text, self.text.encode()):
            return None
        count = content.count("\n") if isinstance(content, str) else content.count(b"\n")
        return Damaged(content, frozenset(range(1, count + 2)))


def some(random: Random, items: Iterable[int], most: int) -> list[int]:
    """Return up to ``most`` of the items, in their order."""
    known = list(items)
    return sorted(random.sample(known, min(most, len(known))))


def substitute(
    random: Random, pattern: str, line: str, change: Callable[[str], str], most: int = 3
) -> str:
    """Return a line with up to ``most`` of the matches of a pattern changed."""
    matches = list(re.finditer(pattern, line))
    for number in reversed(some(random, range(len(matches)), most)):
        start, end = matches[number].span()
        line = line[:start] + change(line[start:end]) + line[end:]
    return line


def _is_prose(lines: list[str], index: int, shortest: int) -> bool:
    line = lines[index]
    if len(line) < shortest or MARKUP.match(line):
        return False
    if line.rstrip(CLOSING)[-1:] not in SENTENCE_ENDS:
        return False
    return not lines[index - 1] and not "".join(lines[index + 1 : index + 2])
