"""Patterns of the settings that match nothing are reported; endings match in any case."""

from pathlib import Path

import pytest

from corpusfmt.config.load import load
from corpusfmt.config.settings import SettingsError
from tests.command_line import CLEAN, run, write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


CANNOT_MATCH = {
    "../*.txt": "points outside of the folder of the settings; remove '..'",
    "a/../*.txt": "points outside of the folder of the settings; remove '..'",
    "!../a.txt": "points outside of the folder of the settings; remove '..'",
    "./drafts/": "matches nothing; expected '/drafts/'",
    "C:/articles/*.txt": "is an absolute path; patterns are relative to the folder of the settings",
    "C:\\articles": "is an absolute path; patterns are relative to the folder of the settings",
    "~/articles/": "is an absolute path; patterns are relative to the folder of the settings",
    "ROOT/articles/": (
        "is an absolute path; "
        "patterns are relative to the folder of the settings, as '/articles/' is"
    ),
    "ROOT": "is an absolute path; patterns are relative to the folder of the settings, as '/' is",
}


@pytest.mark.parametrize("pattern", CANNOT_MATCH)
@pytest.mark.parametrize("key", ["include", "exclude", "per-file-ignores"])
def test_patterns_that_cannot_match_are_errors(key: str, pattern: str, folder: Path) -> None:
    written = pattern.replace("ROOT", str(folder))
    listed = f"{key} = ['a', '{written}']"
    if key == "per-file-ignores":
        listed = f"[per-file-ignores]\n'{written}' = ['layout']"
    write(folder, {"corpusfmt.toml": listed})
    with pytest.raises(SettingsError) as caught:
        load()
    [line] = caught.value.message.splitlines()
    assert line.startswith(f"{folder}/corpusfmt.toml: {key}")
    assert line.endswith(f"{written!r} {CANNOT_MATCH[pattern]}")
    if key != "per-file-ignores":
        assert f": {key}[1]: " in line


@pytest.mark.parametrize("pattern", ["/articles/", "a..b", "..a/", "x/...", "**/a", "/home/x"])
def test_patterns_that_can_match_are_valid(pattern: str, folder: Path) -> None:
    write(folder, {"corpusfmt.toml": f"exclude = ['{pattern}']"})
    assert load().exclude == (pattern,)


OTHER = CLEAN.replace("Text", "Other text")

SETTINGS = """
include = ["*.txt", "*.news", "!new.txt"]
exclude = ["drafts/", "drafts/old.txt", "draft/", "*.csv", ".venv/", "node_modules/", "/a.txt/"]
[per-file-ignores]
"old/" = ["layout"]
"x/" = ["layout"]
"""


def unused(*words: str) -> list[str]:
    """Return the notes on patterns of a check."""
    ended = run("check", *words)
    assert ended.code == 0, ended.err
    notes = (line for line in ended.err.splitlines() if " matches nothing in " in line)
    return [
        line.partition("corpusfmt.toml: ")[2].partition(" matches nothing")[0] for line in notes
    ]


def test_patterns_that_match_nothing_are_reported(folder: Path) -> None:
    write(
        folder,
        {
            "a.txt": CLEAN,
            "b.csv": "",
            "x/c.txt": "",
            "drafts/d.txt": OTHER,
            "corpusfmt.toml": SETTINGS,
        },
    )
    write(folder, {"x/c.txt": CLEAN.replace("Text", "Words")})
    expected = [
        "include[1]: '*.news'",
        "include[2]: '!new.txt'",
        "exclude[2]: 'draft/'",
        "exclude[6]: '/a.txt/'",
        "per-file-ignores: 'old/'",
    ]
    assert unused(".") == unused(str(folder)) == unused("a.txt", ".") == expected
    assert (
        unused("x") == unused("a.txt") == unused("--quiet", ".") == unused("--isolated", ".") == []
    )


def test_the_defaults_are_not_reported(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN, "corpusfmt.toml": ""})
    assert unused(".") == []


def test_a_pattern_that_matches_again_is_not_reported_again(folder: Path) -> None:
    write(folder, {"A.TXT": CLEAN, "b/c.txt": CLEAN.replace("Text", "Words")})
    write(folder, {"corpusfmt.toml": 'include = ["*.txt", "b/*"]\nexclude = ["b/d*", "!b/c*"]'})
    assert unused(".") == ["exclude[0]: 'b/d*'"]


@pytest.mark.parametrize(
    ("name", "is_read"),
    [
        ("A.TXT", True),
        ("a.Md", True),
        ("a.tXt", True),
        ("a.text", False),
        ("a.markdown", False),
        ("txt", False),
        ("atxt", False),
    ],
)
def test_endings_match_in_any_case(name: str, is_read: bool, folder: Path) -> None:
    write(folder, {name: CLEAN})
    ended = run("check", ".")
    assert ended.code == (0 if is_read else 2)
    if not is_read:
        assert ended.err == "corpusfmt: no files to read: 1 not matched by include (*.txt, *.md)\n"


def test_only_the_ending_matches_in_any_case(folder: Path) -> None:
    write(folder, {"In/a.TXT": CLEAN, "in/b.TXT": CLEAN, "in/C.d.Txt": CLEAN})
    write(
        folder, {"corpusfmt.toml": 'include = ["in/*.txt", "in/C.[d].txt"]\nexclude = ["in/B.txt"]'}
    )
    assert run("check", "--show-files", "-q", ".").out == "in/C.d.Txt\nin/b.TXT\n"


@pytest.mark.parametrize("part", ["title", "body"])
def test_fields_that_are_always_required_are_not_listed(part: str, folder: Path) -> None:
    write(folder, {"corpusfmt.toml": f'require = ["{part}"]\n[coverage]\n{part} = 90'})
    with pytest.raises(SettingsError) as caught:
        load()
    first, second = caught.value.message.splitlines()
    assert first.endswith(f"require[0]: a {part} is always required; remove {part!r}")
    assert second.endswith(f"coverage.{part}: a {part} is always required; remove {part!r}")


@pytest.mark.parametrize(
    "host", ["", "a..b", ".a.b", "a.b.", "http://a.b", "a.b/c", "*.a.b", "a b"]
)
def test_a_host_is_a_name(host: str, folder: Path) -> None:
    write(folder, {"corpusfmt.toml": f'[hosts."{host}"]'})
    with pytest.raises(
        SettingsError, match=r"is not a host; expected a name such as 'example\.org'"
    ):
        load()
