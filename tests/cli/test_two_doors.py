"""`check` and `fmt` make the same edits: what is an unsafe fix for one is never done by the other
unasked.
"""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpusfmt.api.articles import format
from corpusfmt.api.checking import check
from corpusfmt.config.policy import default_policy
from corpusfmt.rules import NAMES, all_rules
from corpusfmt.run.format_file import FormatTask, format_bytes
from corpusfmt.syntax.reading import read_document
from corpusfmt.text.edits import apply
from tests.checkout import ROOT
from tests.command_line import read, run, write
from tests.for_each import for_each

TASK = FormatTask(default_policy(), None, unsafe=False, shows_patch=False, name="-")

DATE = "# Ferry\n\n05/03/2024\n\n\nText of the article, which is long enough.\n"
CREDIT = (ROOT / "corpus" / "faulty" / "ambiguous-credit-run-on.txt").read_text("utf-8") + "\n"
URL = "# Ferry\n\n\n\n\nOriginal url: <https://news.example/ferry>\n\nText of the article.\n"
INDENT = (ROOT / "corpus" / "faulty" / "indented-paragraph.txt").read_text("utf-8")
MARK = (ROOT / "corpus" / "faulty" / "ambiguous-mark.txt").read_text("utf-8")
GUESSES = {
    "ambiguous-date": DATE,
    "ambiguous-credit": CREDIT,
    "misplaced-url": URL,
    "indented-paragraph": INDENT,
    "ambiguous-mark": MARK,
}
"""For each rule that finds a guess, a text that has one and is not canonical."""

CANONICAL_GUESS = "# Ferry\n\n\n\nText. Original url: <https://news.example/ferry>\n\nText.\n"
"""A canonical text whose reading holds a guess all the same."""

PAGES = [
    (rule.name, text)
    for rule in all_rules()
    for text in re.findall(r"^```article\n(.*?)^```$", rule.page, re.MULTILINE | re.DOTALL)
]
FAULTY = [
    (path.stem, path.read_bytes().decode("utf-8", "replace"))
    for path in sorted((ROOT / "corpus" / "faulty").glob("*.txt"))
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


WHY_ESCAPES = "it escapes characters that may be marks"
"""Why the fix of `layout` may be unsafe although `fmt` writes the text: see law 8."""


def assert_same_doors(text: str) -> None:
    """Assert that `fmt` makes no edit in a text that is an unsafe fix of `check`."""
    report = check(text, rules=frozenset(NAMES))
    unsafe = [
        one
        for one in report.diagnostics
        if one.fix is not None and not one.fix.safe and one.fix.why != WHY_ESCAPES
    ]
    result, written = format_bytes(text.encode(), "-", TASK)
    after = written.decode()
    if any(one.rule == "layout" for one in unsafe):
        assert (result.status, after) == ("not rewritten", text)
        return
    for one in unsafe:
        assert one.fix is not None
        fixed = apply(text, one.fix.edits)
        if read_document(fixed) != read_document(text):
            assert after != format(fixed), one
        elif after != text:
            left = check(after, rules=frozenset(NAMES)).diagnostics
            assert one.rule in {found.rule for found in left}, one


def test_every_guess_has_a_text_here() -> None:
    assert {rule.name for rule in TASK.policy.blocking_rewriting("guess")} == GUESSES.keys()


@pytest.mark.parametrize(("rule", "text"), GUESSES.items(), ids=GUESSES)
@pytest.mark.parametrize("words", [(), ("--check",), ("--diff",)], ids=" ".join)
def test_fmt_leaves_a_guess_alone_and_reports_it(
    rule: str, text: str, words: tuple[str, ...], folder: Path
) -> None:
    write(folder, {"a.txt": text})
    ended = run("fmt", *words, "a.txt")
    assert ended.code == 1
    assert re.match(rf"a\.txt:\d+:\d+: warning: not rewritten: .* \[{rule}\]\n", ended.out)
    assert "\n--- " not in ended.out
    assert "1 not rewritten\n" in ended.err
    assert "because of a guess; --unsafe-fixes accepts the guess\n" in ended.err
    assert (folder / "a.txt").read_text("utf-8") == text


@pytest.mark.parametrize(("rule", "text"), GUESSES.items(), ids=GUESSES)
def test_the_settings_do_not_let_a_guess_pass(rule: str, text: str, folder: Path) -> None:
    write(folder, {"a.txt": text, "corpusfmt.toml": f'ignore = ["{rule}", "layout"]\n'})
    assert run("fmt", "a.txt").code == 1
    assert (folder / "a.txt").read_text("utf-8") == text


@pytest.mark.parametrize("text", GUESSES.values(), ids=GUESSES)
def test_fmt_makes_a_guess_permanent_with_the_option(text: str, folder: Path) -> None:
    write(folder, {"a.txt": text})
    assert run("fmt", "--diff", "--unsafe-fixes", "a.txt").out.startswith("--- a.txt\n")
    assert run("fmt", "--check", "--unsafe-fixes", "a.txt").out == "a.txt: not canonical\n"
    ended = run("fmt", "--unsafe-fixes", "a.txt")
    assert (ended.code, ended.out) == (0, "")
    assert "warning: guess accepted: " in ended.err
    assert (folder / "a.txt").read_text("utf-8") == format(text)


@pytest.mark.parametrize(("rule", "text"), GUESSES.items(), ids=GUESSES)
def test_a_guess_on_the_standard_input_comes_out_unchanged(rule: str, text: str) -> None:
    ended = run("fmt", "-", stdin=text.encode())
    assert (ended.code, ended.out) == (1, text)
    assert f"[{rule}]" in ended.err
    assert run("fmt", "--unsafe-fixes", "-", stdin=text.encode())[:2] == (0, format(text))


def test_a_canonical_text_with_a_guess_needs_no_rewriting(folder: Path) -> None:
    assert check(CANONICAL_GUESS).diagnostics
    write(folder, {"a.txt": CANONICAL_GUESS})
    ended = run("fmt", "a.txt")
    assert (ended.code, ended.out) == (0, "")
    assert "1 already canonical\n" in ended.err
    assert read(folder) == {"a.txt": CANONICAL_GUESS.encode()}


@pytest.mark.slow
@for_each({f"{number}": text for number, (_, text) in enumerate(PAGES + FAULTY)})
def test_no_text_of_the_project_has_two_doors(text: str) -> None:
    assert_same_doors(text)
    assert_same_doors(text.removesuffix("\n") + "\n\n\n")


DATES = st.dates().map(lambda day: f"{day.month:02}/{day.day:02}/{day.year:04}")
LINES = st.sampled_from([text for _, text in PAGES]).map(str.splitlines).flatmap(st.sampled_from)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.one_of(LINES, DATES, st.just(""), st.just("Original url:")), min_size=1, max_size=12
    )
)
def test_no_text_made_of_their_lines_has_two_doors(lines: list[str]) -> None:
    assert_same_doors("# Ferry\n\n" + "\n".join(lines) + "\n")
