"""Make the benchmark corpus: canonical articles of invented words, the same for the same seed.

    python benchmarks/make_corpus.py [--files 20000] [--seed 1] [--out benchmarks/data] [--pool 300]

The files are shaped like those of ``corpus/``: median 3 KB, some twenty blocks, several scripts. A
third of them hold marks, links, escapes or line breaks in their paragraphs; bold subheadings and
disclaimers in italics come on top. With a pool, the plain paragraphs of each script are drawn from
so many: the articles repeat each other's paragraphs.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

FILES, SEED, OUT = 20_000, 1, Path(__file__).parent / "data"
FILES_IN_FOLDER = 250
MEDIAN_BYTES, SPREAD, SMALLEST, LARGEST = 2_800, 0.45, 600, 40_000
"""Sizes are log-normal; the last block goes over, so that the median is 3 KB."""


def article(number: int, seed: int, pool: int = 0) -> str:
    """Return the text of one article, always the same for the same numbers."""
    return _Writer(Random(f"corpusfmt {seed} {number}"), pool).article()


def write_corpus(out: Path, files: int, seed: int, pool: int = 0) -> int:
    """Write the files below ``out``, and return the sum of their sizes in bytes.

    The folder is made if it is missing.
    """
    total = 0
    for number in range(files):
        folder = out / f"{number // FILES_IN_FOLDER:04}"
        if number % FILES_IN_FOLDER == 0:
            folder.mkdir(parents=True, exist_ok=True)
        data = article(number, seed, pool).encode()
        (folder / f"article-{number:06}.txt").write_bytes(data)
        total += len(data)
    return total


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Make the benchmark corpus.")
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--pool", type=int, default=0)
    arguments = parser.parse_args()
    total = write_corpus(arguments.out, arguments.files, arguments.seed, arguments.pool)
    print(f"{arguments.files} files, {total / 1e6:.1f} MB, below {os.path.relpath(arguments.out)}")


# -------------------------------------------------------------------------------------------- words


class _Script:
    """An invented vocabulary: words of pieces, how they are joined, what ends a sentence."""

    def __init__(
        self,
        name: str,
        share: int,
        pieces: str,
        *,
        sizes: str = "1222334",
        joint: str = " ",
        stop: str = ".",
    ) -> None:
        random = Random(name)
        self.share, self.joint, self.stop = share, joint, stop
        parts = pieces.split()
        lengths = [int(size) for size in sizes]
        self.words = [
            "".join(random.choices(parts, k=random.choice(lengths))) for _ in range(2_500)
        ]
        self.names = [word.capitalize() for word in self.words if len(word) > 3] or self.words


_HAN = " ".join(chr(code) for code in range(0x4E00, 0x5200))
_HANGUL = " ".join(chr(code) for code in range(0xAC00, 0xD7A4, 29))
_SCRIPTS = (
    _Script(
        "plain",
        40,
        "ba ber ca con da del en fa for ga gre i in la lem ma mor na o per ra ri sa ster ta ti "
        "um ve",
    ),
    _Script(
        "northern",
        10,
        "å än bø dal en fjor gå hä in jær kø lund mø nä or på rø sä tå und väg ys æg øst",
    ),
    _Script(
        "southern",
        9,
        "ça cha ción de el és gnë ha ía já le lho mañ não o ón pé qui ré sí te ú via vê",
    ),
    _Script("western", 5, "ął by ce cz dze ę gó ho i ja ką ło mi ne ów po rz sz ść ta u wy zi że"),
    _Script(
        "cyrillic",
        13,
        "а бе во го да ев жи за ий ка ле мо на об по ра ст те ув хо ци ча шу ый эт юн я",
    ),
    _Script("greek", 3, "α βε γι δα ε ζω η θε ι κα λο μα νέ ξα ό πο ρι σα το υ φω χα ψή ω"),
    _Script("arabic", 5, "ا ب ال ت ح خ د ر س ش ع ف ق ك ل م ن ه و ي", sizes="3445"),
    _Script("hebrew", 3, "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת", sizes="2345"),
    _Script("devanagari", 3, "का कि गे चा जी ता दे ना पु बा मी या रा ले वा शि सा हो", stop="।"),
    _Script("han", 4, _HAN, joint="", stop="。"),
    _Script("hangul", 3, _HANGUL, sizes="2233"),
    _Script("thai", 2, "กา ข้า คน งู จะ ดี ตา ที่ น้ำ ไป พ่อ มา ยู รัก ล่า วัน สู หา", joint="", stop=""),
)
_SHARES = [script.share for script in _SCRIPTS]
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AGENCIES = ("AFP", "AP", "dpa", "EPA", "Reuters", "TASS")
_MARKS = {
    "*{}*": 30, "**{}**": 20, "***{}***": 4, "[{}](#)": 12, "[{}]({})": 12, "\n": 10,
    "{}\\*\\*": 5, "[{}]": 5,
    "{}_x & {}": 2,
}  # fmt: skip
_LABELS = ("Related article", "Related article", "Related article", "Read more", "See also", "")


# ----------------------------------------------------------------------------------------- articles


class _Writer:
    """One article on its way to the text: its chances, and the bytes written so far."""

    def __init__(self, random: Random, pool: int = 0) -> None:
        self.random = random
        self.pool = pool
        self.script = random.choices(_SCRIPTS, _SHARES)[0]
        self.latin = random.choice(_SCRIPTS[:4])
        self.has_marks = self._by_chance(0.36)
        self.has_bold_headings = self._by_chance(0.5)
        self.when: tuple[int, int] | None = None
        self.blocks = self._kinds()

    def article(self) -> str:
        size = min(LARGEST, max(SMALLEST, self.random.lognormvariate(0, SPREAD) * MEDIAN_BYTES))
        top, body, end = self._header(), self._credit() + self._paragraphs(), self._end()
        left = size - sum(len(block.encode()) + 2 for block in (*top, *body, *end))
        while True:
            added = (
                self._paragraphs() if self._by_chance(0.72) else self.random.choice(self.blocks)()
            )
            body.extend(added)
            left -= sum(len(block.encode()) + 2 for block in added)
            if left <= 0:
                return "\n\n".join(top) + "\n\n\n\n" + "\n\n".join(body + end) + "\n"

    def _kinds(self) -> list[Callable[[], list[str]]]:
        """Return what may be between the paragraphs of this article.

        Most have no items, pictures or separators.
        """
        kinds: list[Callable[[], list[str]]] = [self._paragraphs]
        chances = (
            (0.55, self._heading), (0.65, self._related), (0.2, self._items), (0.2, self._quote),
            (0.15, self._image),
            (0.06, self._separator),
        )  # fmt: skip
        return kinds + [kind for chance, kind in chances if self._by_chance(chance)]

    # ------------------------------------------------------------------------------- header and end

    def _header(self) -> list[str]:
        parts = ["# " + self._title()]
        if self._by_chance(0.25):
            parts.append("## " + self._title())
        if self._by_chance(0.68):
            parts.append(self._byline())
        if self._by_chance(0.8):
            parts.append(self._date())
            if self._by_chance(0.15):
                parts.append("Updated: " + parts[-1])
        if self._by_chance(0.25):
            parts.append(self.plain_paragraph())
        return parts

    def _byline(self) -> str:
        count = self.random.choices((1, 2, 3), (80, 15, 5))[0]
        linked = self._by_chance(0.85)
        names = [
            f"[{self._name(self.script)}](#)" if linked else self._name(self.latin)
            for _ in range(count)
        ]
        return "By " + (", ".join(names[:-1]) + " and " if count > 1 else "") + names[-1]

    def _date(self) -> str:
        random = self.random
        self.when = random.randint(1995, 2025), random.randint(1, 12)
        day = f"{_MONTHS[self.when[1] - 1]} {random.randint(1, 28):02}, {self.when[0]}"
        return (
            f"{day} - {random.randint(0, 23):02}:{random.randint(0, 59):02}"
            if self._by_chance(0.2)
            else day
        )

    def _credit(self) -> list[str]:
        chance = self.random.random()
        if chance < 0.25:
            return [
                f"{' '.join(self._words(self.latin.names, 2))} / {self.random.choice(_AGENCIES)}"
            ]
        if chance < 0.4:
            return [f"**{self._name(self.script)}**"]
        if chance < 0.5:
            return [f"{self._sentence(6, 14)} **{self._name(self.script)}**"]
        return []

    def _end(self) -> list[str]:
        parts = [f"*{self._sentence(10, 25)}*"] if self._by_chance(0.3) else []
        if self._by_chance(0.8):
            parts += ["Original url:", f"<{self._address(self.when)}>"]
        return parts

    # --------------------------------------------------------------------------------------- blocks

    def _paragraphs(self) -> list[str]:
        paragraph = (
            self._marked_paragraph
            if self.has_marks and self._by_chance(0.3)
            else self.plain_paragraph
        )
        return [paragraph()]

    def plain_paragraph(self) -> str:
        if self.pool:
            return _from_pool(_SCRIPTS.index(self.script), self.random.randrange(self.pool))
        space = " " if self.script.joint else ""
        text = space.join(self._sentence() for _ in range(self.random.choice((1, 1, 2, 2, 3))))
        return f'"{text}"' if self._by_chance(0.15) else text

    def _marked_paragraph(self) -> str:
        """Return a paragraph with one mark, link, escape or line break between two sentences."""
        return f"{self._sentence()} {self._mark()} {self._sentence()}".replace(" \n ", "\n")

    def _mark(self) -> str:
        words = self.script.joint.join(self._words(self.script.words, 3))
        return self.random.choices(list(_MARKS), list(_MARKS.values()))[0].format(
            words, self._address()
        )

    def _heading(self) -> list[str]:
        title = f"**{self._title()}**" if self.has_bold_headings else self._title()
        return ["### " + title, self.plain_paragraph()]

    def _related(self) -> list[str]:
        count = self.random.choice((1, 1, 1, 2))
        links = [
            f"[{self._title()}]({self._address() if self._by_chance(0.5) else '#'})"
            for _ in range(count)
        ]
        return [f"**{self.random.choice(_LABELS)}:** {', '.join(links)}"]

    def _items(self) -> list[str]:
        count, ordered = self.random.randint(3, 6), self._by_chance(0.3)
        return [
            (f"{number}. " if ordered else "- ") + self._sentence(4, 14)
            for number in range(1, count + 1)
        ]

    def _quote(self) -> list[str]:
        return [
            "\n".join("> " + self._sentence(4, 20) for _ in range(self.random.choice((1, 1, 4))))
        ]

    def _image(self) -> list[str]:
        image = f"![{self._title()}]({self._address()})"
        return [
            f"{image}\n{self._sentence(5, 12)} **{self._name(self.script)}**"
            if self._by_chance(0.7)
            else image
        ]

    def _separator(self) -> list[str]:
        return ["***", self.plain_paragraph()]

    # ------------------------------------------------------------------------------------ sentences

    def _sentence(self, fewest: int = 8, most: int = 30) -> str:
        count = self.random.randint(fewest, most)
        words = self._words(self.script.words, count if self.script.joint else count // 2)
        words[0] = words[0].capitalize()
        if count > 12:
            words[5] += "," if self.script.joint else "，"
        if self._by_chance(0.3):
            words[-1] = str(self.random.randint(3, 2_000))
        return self.script.joint.join(words) + self.script.stop

    def _title(self) -> str:
        return self.script.joint.join(self._words(self.script.names, self.random.randint(5, 11)))

    def _name(self, script: _Script) -> str:
        return (script.joint or "").join(self._words(script.names, 2))

    def _address(self, when: tuple[int, int] | None = None) -> str:
        """Return a URL with the month of the article, or another one."""
        plain = _SCRIPTS[0].words
        slug = "-".join(self._words(plain, self.random.randint(3, 8)))
        year, month = when or (self.random.randint(1995, 2025), self.random.randint(1, 12))
        return f"https://{self.random.choice(plain)}news.example/{year}/{month:02}/{slug}"

    def _words(self, words: list[str], count: int) -> list[str]:
        return self.random.choices(words, k=count)

    def _by_chance(self, chance: float) -> bool:
        return self.random.random() < chance


@cache
def _from_pool(script: int, number: int) -> str:
    """Return one of the paragraphs that the articles of a script share."""
    writer = _Writer(Random(f"corpusfmt pool {number}"))
    writer.script = _SCRIPTS[script]
    return writer.plain_paragraph()


if __name__ == "__main__":
    main()
