"""What ``clean`` reads is written, set aside or failed; what it writes is clean, and stays so."""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpusfmt.config.recipe import DEFAULT_RECIPE
from corpusfmt.convert.writing import render
from corpusfmt.rules import all_rules
from corpusfmt.testing import documents
from tests.command_line import read, run, write
from tests.property.scraped import scraped

BLOCKERS = [
    rule.name
    for rule in all_rules()
    if rule.blocks_rewriting == "always" or rule.blocks_reading != "nothing"
]
PROMISED = ("layout", *DEFAULT_RECIPE.judging(), *BLOCKERS)
"""The rules that find nothing in what is written."""

FILES = (
    st.tuples(st.just(".txt"), scraped().map(lambda text: text.encode("utf-8", "surrogatepass")))
    | st.tuples(st.just(".txt"), st.binary(max_size=40))
    | st.tuples(
        st.just(".txt"),
        st.lists(documents().map(lambda one: render(one, "text")), min_size=2, max_size=3).map(
            b"\n".join
        ),
    )
    | st.tuples(st.just(".json"), documents().map(lambda one: render(one, "json")))
    | st.tuples(
        st.just(".jsonl"),
        st.lists(st.text(max_size=20), min_size=1, max_size=3).map(
            lambda texts: "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
        ),
    )
)
SETS = st.lists(FILES, max_size=5) | FILES.map(lambda one: [one, one])


@given(SETS, st.sets(st.sampled_from(["--unsafe-fixes", "--split"])))
@example([(".txt", b"# A\n\n\n\nA.\n"), (".txt", b"\xff\xfe"), (".json", b"{")], set())
@settings(max_examples=settings().max_examples // 4)
def test_nothing_is_lost_and_what_is_written_is_clean(
    files: list[tuple[str, bytes]], more: set[str]
) -> None:
    before = os.getcwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            named = {f"in/{index}{ending}": data for index, (ending, data) in enumerate(files)}
            write(Path(), named | {"in/last.txt": b"# Last\n\n\n\nThe last one.\n"})
            _clean(named, sorted(more))
        finally:
            os.chdir(before)


def _clean(named: dict[str, bytes], more: list[str]) -> None:
    ended = run("clean", "in", "out", *more)
    report = json.loads(Path("out/report.json").read_text())
    log = [json.loads(line) for line in Path("out/log.jsonl").read_text().splitlines()]
    outcomes = [line["outcome"] for line in log]
    assert report["in"] == len(log) == report["out"] + report["set_aside"] + report["failed"]
    assert report["out"] == outcomes.count("out") == len(read(Path("out/articles")))
    assert report["split"] == [line["source"].get("part") for line in log].count(1)
    assert all(line.get("reason") for line in log if line["outcome"] != "out")
    assert "internal error" not in ended.err
    assert {line["source"]["path"] for line in log} >= named.keys()
    aside = read(Path("out/set-aside")) if report["set_aside"] else {}
    assert len(aside) == report["set_aside"]
    for line in log:
        is_whole = not {"line", "part"} & line["source"].keys()
        if line["outcome"] == "set-aside" and is_whole:
            assert (
                aside[line["output"].partition("/")[2]] == Path(line["source"]["path"]).read_bytes()
            )
    checked = run("check", "out/articles", "--select", ",".join(PROMISED))
    assert (checked.code, checked.out) == (0, ""), checked.out
    again = run("clean", "out/articles", "again", *more)
    assert again.code == 0, again.out
    assert read(Path("again/articles")) == read(Path("out/articles"))
