"""The page is one file without network; text of articles cannot be more than text in it."""

import hashlib
import json
import re
from base64 import b64encode
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import run, run_forked
from tests.stats.corpora import hostile_corpus, small_corpus, write_corpus
from tests.stats.sampled import sampled_page
from tests.systems import needs_posix

ASSETS = files("corpusfmt.stats").joinpath("assets")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with a corpus in it."""
    monkeypatch.chdir(tmp_path)
    write_corpus(tmp_path / "in", small_corpus())
    write_corpus(tmp_path / "hostile", hostile_corpus())
    return tmp_path


def page_of(*words: str) -> str:
    ended = run("stats", "--html", "report.html", *words)
    assert ended.code == 0, ended.err
    return Path("report.html").read_text(encoding="utf-8")


def data_of(page: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_page_has_the_figures_of_the_report() -> None:
    report = json.loads(run("stats", "--report", "json", "in").out)
    data = data_of(page_of("in"))
    same = report.keys() - {"version", "corpusfmt"}
    assert {name: data[name] for name in same} == {name: report[name] for name in same}
    assert (data["hosts_total"], data["authors_total"], data["groups_total"]) == (3, 1, 3)


def test_the_page_has_each_finding_in_its_article() -> None:
    data = data_of(page_of("in"))
    shown = {finding["rule"]: finding for finding in data["findings"]}
    assert len(data["findings"]) == sum(rule["findings"] for rule in data["rules"])
    date = shown["ambiguous-date"]
    assert (date["path"], date["title"], date["line"]) == ("in/harbour/date.txt", "Numbers", 5)
    assert date["before"] == ""
    assert date["marked"] == "03/04/2016"
    shared = shown["shared-paragraph"]
    assert shared["marked"].startswith("The Skerry News is printed")
    assert shared["host"] == "skerrynews.example"
    assert {article["path"] for article in data["shown_articles"]} == {
        f"in/{path}" for path in small_corpus()
    }


def test_of_many_findings_a_sample_is_shown() -> None:
    assert sampled_page("in", articles=1_000, findings=2_500) == page_of("in")
    whole = data_of(page_of("in"))["findings"]
    data = data_of(sampled_page("in", articles=5, findings=4))
    assert len(data["findings"]) <= 4 < len(whole)
    assert len(data["shown_articles"]) == 5
    assert all(finding in whole for finding in data["findings"])
    assert sum(rule["findings"] for rule in data["rules"]) == len(whole)


@needs_posix
@pytest.mark.slow
def test_the_page_does_not_depend_on_the_number_of_processes(folder: Path) -> None:
    files_ = small_corpus()
    for number in range(90):
        text = files_["harbour/a.txt"].replace("Monday", f"day {number} of {number % 7}")
        (folder / "in" / f"more-{number}.txt").write_text(text, encoding="utf-8")
    for jobs, words in (("1", ("in",)), ("3", ("in/harbour", "in"))):
        assert run_forked("stats", "--html", f"{jobs}.html", "--jobs", jobs, *words).code == 0
    assert (folder / "1.html").read_bytes() == (folder / "3.html").read_bytes()


# --- hostile input --------------------------------------------------------------------------------


def test_no_text_of_an_article_ends_its_element() -> None:
    plain, hostile = page_of("in"), page_of("hostile")
    for mark in ("<script", "</script", "<!--", "-->", "<img"):
        assert hostile.count(mark) == plain.count(mark), mark
    titles = {article["title"] for article in data_of(hostile)["shown_articles"]}
    assert "<script>window.attacked=1</script>" in titles
    assert "\u2028" not in hostile.partition("<script type")[0]


def test_the_policy_allows_the_script_and_the_style_of_the_page_only() -> None:
    page = page_of("hostile")
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', page)
    assert policy
    for name in ("script", "style"):
        [content] = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        digest = b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}';" in policy[1]
    assert policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1]


def test_the_scripts_write_no_markup() -> None:
    own = [file for file in ASSETS.iterdir() if file.name.endswith(".js")]
    assert len(own) == 5
    for file in own:
        text = file.read_text("utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", text)


def test_nothing_is_loaded_from_outside() -> None:
    page = page_of("in")
    head = page.replace(page.partition('id="data">')[2].partition("</script>")[0], "")
    assert not re.search(r"<link(?! rel=\"icon\" href=\"data:,\")|\bsrc=|@import|url\(", head)
    assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(", head)


def test_names_that_are_not_unicode_are_shown(folder: Path) -> None:
    try:
        (folder / "in" / "odd\udc80.txt").write_text("# Odd\n", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("the file system has no such names")
    paths = [article["path"] for article in data_of(page_of("in"))["shown_articles"]]
    assert "in/odd\\udc80.txt" in paths


# --- the command ----------------------------------------------------------------------------------


def test_the_page_comes_with_the_report(folder: Path) -> None:
    ended = run("stats", "--html", "out.html", "in")
    assert (ended.code, ended.out) == (0, run("stats", "in").out)
    assert (folder / "out.html").read_text().startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--html", "no/x.html"), "--html: the folder of 'no/x.html' does not exist"),
        (("--html", "in"), "--html: 'in' is a folder"),
        (("--html", "in/skerry/1.txt"), "is one of the files to count"),
        (("--html", "x", "--report", "json=x"), "--report and --html name the same file"),
    ],
)
def test_pages_that_cannot_be_written(words: tuple[str, ...], message: str) -> None:
    ended = run("stats", *words, "in")
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


# --- what is taken from others --------------------------------------------------------------------


def test_the_files_of_others_are_those_that_were_fetched() -> None:
    library = ASSETS.joinpath("uplot")
    readme = library.joinpath("README.md").read_text("utf-8")
    digests = dict(re.findall(r"^([0-9a-f]{64})  (\S+)$", readme, re.MULTILINE))
    names = {digests_name for digests_name in digests.values() if not digests_name.endswith(".tgz")}
    assert names == {file.name for file in library.iterdir()} - {"README.md"}
    for digest, name in digests.items():
        if name in names:
            assert hashlib.sha256(library.joinpath(name).read_bytes()).hexdigest() == digest


def test_the_licence_of_the_library_is_in_the_page() -> None:
    licence = ASSETS.joinpath("uplot", "LICENSE.txt").read_text("utf-8")
    assert licence.startswith("The MIT License (MIT)")
    page = page_of("in")
    assert licence in page
    assert "uPlot 1.6.32" in page
    assert "uPlot 1.6.32" in ASSETS.joinpath("uplot", "README.md").read_text("utf-8")
