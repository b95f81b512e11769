"""Law 8 holds for real articles, and for the same articles damaged as conversions damage them.

CORPUSFMT_FIELD names the folder with them, which are not in the project. CORPUSFMT_DAMAGED is how
many damaged articles there are; each has its number as seed, so it is the same in each run.
"""

import os
from pathlib import Path
from random import Random

import pytest

from tests.property.damaging import disorder
from tests.property.sealing import sealed

KINDS = ("layout", "print", "pdf")
DAMAGED = int(os.environ.get("CORPUSFMT_DAMAGED", "120"))

STEP = 4 if DAMAGED <= 120 else 1
"""Every how many articles one is tested undamaged, so that the test ends soon."""


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
        text = disorder(random.choice(paths).read_bytes().decode(), random)
        if faults := sealed(text):
            found.append((number, faults))
    assert found == []
