"""Measure how long a browser takes to open the page of `corpusfmt stats` of a large corpus.

    python -m benchmarks.page DIR [--files 100000]

The corpus is made in DIR, with the page beside it (DIR.html), unless it is there. Its articles are
those of ``make_corpus.py`` from up to 5,000 hosts; each third one is damaged, by all kinds in turn.
Chromium and its driver must be installed.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.damage import Kind, kinds
from benchmarks.damage.article import Article
from benchmarks.make_corpus import FILES_IN_FOLDER, article

FILES, HOSTS, ROUNDS = 100_000, 5_000, 5
DAMAGED = 3
"""Each so manyth article is damaged."""

OPENED = """
    const done = arguments[0];
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
"""
"""Returns the time from the start of the navigation until the first frame is drawn."""


def text_of(number: int, every: list[Kind]) -> bytes:
    """Return one article, always the same for the same number."""
    random = Random(number)
    # A few hosts have most articles, as in crawls.
    host = int(HOSTS ** random.random())
    text = re.sub(r"https://\w+news\.example", f"https://news-{host}.example", article(number, 1))
    if number % DAMAGED:
        return text.encode()
    kind = every[number // DAMAGED % len(every)]
    damaged = kind.of(Article.of(text, article(number + 1, 1)), str(number))
    content = text if damaged is None else damaged.content
    return content if isinstance(content, bytes) else content.encode()


def make(folder: Path, files: int) -> None:
    """Write the corpus."""
    every = list(kinds())
    for number in range(files):
        place = folder / f"{number // FILES_IN_FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"article-{number:06}.txt").write_bytes(text_of(number, every))


def times(page: Path) -> Iterator[float]:
    """Yield the milliseconds that the browser takes to open the page, each time in a new one."""
    from selenium import webdriver

    for _ in range(ROUNDS):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or ""
        for option in ("--headless=new", "--no-sandbox", "--disable-gpu"):
            options.add_argument(option)
        driver_path = shutil.which("chromedriver") or ""
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver_path))
        try:
            driver.get(page.resolve().as_uri())
            yield driver.execute_async_script(OPENED)
        finally:
            driver.quit()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure how long the page of stats takes.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=FILES)
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    page = folder.with_suffix(".html")
    if not folder.exists():
        make(folder, arguments.files)
    if not page.exists():
        words = ("corpusfmt.cli.main", "stats", "--isolated", "--html", str(page), str(folder))
        subprocess.run((sys.executable, "-m", *words), check=False)
    taken = sorted(times(page))
    print(f"{page.stat().st_size / 1e6:.1f} MB; opened in {statistics.median(taken):,.0f} ms")
    print(f"(median of {len(taken)}; from {taken[0]:,.0f} to {taken[-1]:,.0f} ms)")


if __name__ == "__main__":
    main()
