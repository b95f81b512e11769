"""Law 8 holds for real articles, and for the same articles damaged as conversions damage them.

CORPUSFMT_FIELD names the folder with them, which are not in the project. CORPUSFMT_DAMAGED is how
many damaged articles there are; each has its number as seed, so it is the same in each run.
"""

import os
from pathlib import Path
from random import Random

import pytest

from tests.property.scraped import FRAGMENTS
from tests.property.sealing import sealed

KINDS = ("layout", "print", "pdf")
DAMAGED = int(os.environ.get("CORPUSFMT_DAMAGED", "200"))

STEP = 2 if DAMAGED <= 200 else 1
"""Every how many articles one is tested undamaged, so that the test ends soon."""

MARKS = (
    "# ",
    "### **",
    "> ",
    "- ",
    "1. ",
    "— ",
    "By ",
    "By *",
    "**",
    "*",
    "_",
    "__",
    "<u>",
    "</u>",
    "<b>",
    "[",
    "](#)",
    "\\",
    "&#65;",
    "Updated: ",
    "March 14, 2023 ",
    "2 hours ago ",
    "Related: [A](#) ",
    "Photo: ",
)
"""What damage puts into a line."""


@pytest.fixture(scope="module")
def field() -> Path:
    folder = os.environ.get("CORPUSFMT_FIELD")
    if not folder:
        pytest.skip("CORPUSFMT_FIELD names no folder of real articles")
    return Path(folder)


def articles(folder: Path) -> list[Path]:
    paths = sorted(folder.iterdir())
    assert paths, f"{folder.name} holds no articles"
    return paths


def damage(text: str, random: Random) -> str:
    """Return the text with one to four of its lines removed, doubled, swapped, joined or marked."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 4)):
        # Most of what can be sealed is in the first lines.
        place = random.randrange(min(len(lines), random.choice((12, len(lines)))))
        line = lines[place]
        change = random.randrange(7)
        if change == 0:
            lines[place : place + 1] = []
        elif change == 1:
            lines[place : place + 1] = [line, "", line]
        elif change == 2:
            lines[place : place + 2] = lines[place : place + 2][::-1]
        elif change == 3:
            lines[place : place + 2] = [" ".join(lines[place : place + 2])]
        elif change == 4:
            lines[place] = random.choice(MARKS) + line
        else:
            start = random.randint(0, len(line))
            put = random.choice(MARKS if change == 5 else FRAGMENTS)
            lines[place] = line[:start] + put.rstrip(" ") + line[start:]
        lines = lines or [""]
    return "\n".join(lines)


@pytest.mark.parametrize("kind", KINDS)
def test_no_run_seals_a_problem_of_a_real_article(field: Path, kind: str) -> None:
    found = [
        (path.name, sealed(path.read_bytes().decode())) for path in articles(field / kind)[::STEP]
    ]
    assert [(name, faults) for name, faults in found if faults] == []


def test_no_run_seals_a_problem_of_a_damaged_article(field: Path) -> None:
    paths = [path for kind in KINDS for path in articles(field / kind)[::STEP]]
    found: list[tuple[int, list[str]]] = []
    for number in range(DAMAGED):
        random = Random(number)
        text = damage(random.choice(paths).read_bytes().decode(), random)
        if faults := sealed(text):
            found.append((number, faults))
    assert found == []
