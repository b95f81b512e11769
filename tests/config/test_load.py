"""Settings are found, read and judged."""

from pathlib import Path

import pytest

from corpusfmt.config.load import load
from corpusfmt.config.settings import Demands, Settings, SettingsError
from corpusfmt.config.validate import REQUIRABLE


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_defaults_hold_where_there_are_no_settings(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[project]\nname = 'another'\n")
    assert load(None, str(tmp_path)) == Settings(
        str(tmp_path), None, ("*.txt", "*.md"), (), Demands(())
    )


def test_settings_are_read(tmp_path: Path) -> None:
    text = (
        'include = ["*.news"]\nexclude = ["drafts/", "!drafts/a"]\nrequire = ["byline", "date"]\n'
    )
    path = write(tmp_path / "corpusfmt.toml", text)
    expected = Settings(
        str(tmp_path), path, ("*.news",), ("drafts/", "!drafts/a"), Demands(("byline", "date"))
    )
    assert load(None, str(tmp_path)) == expected
    assert load(path, "/") == expected


OWN = "include = ['own']\n"
SHARED = "[tool.corpusfmt]\ninclude = ['shared']\n"


@pytest.mark.parametrize(
    ("files", "include"),
    [
        ({"corpusfmt.toml": OWN, "pyproject.toml": SHARED}, "own"),
        ({"pyproject.toml": SHARED}, "shared"),
        ({"a/pyproject.toml": SHARED, "corpusfmt.toml": OWN}, "shared"),
        ({"a/b/pyproject.toml": "[tool.other]\n", "a/corpusfmt.toml": OWN}, "own"),
        ({"a/b/pyproject.toml": "# corpusfmt\ntool = 3\n", "a/corpusfmt.toml": OWN}, "own"),
        ({"a/b/pyproject.toml": "broken, but not ours", "a/corpusfmt.toml": OWN}, "own"),
        ({"a/b/c/corpusfmt.toml": "include = ['below']", "a/corpusfmt.toml": OWN}, "own"),
        ({"a/b/corpusfmt.toml": "\ufeff" + OWN}, "own"),
    ],
)
def test_nearest_settings_count(tmp_path: Path, files: dict[str, str], include: str) -> None:
    for name, text in files.items():
        write(tmp_path / name, text)
    (tmp_path / "a/b").mkdir(parents=True, exist_ok=True)
    assert load(None, str(tmp_path / "a/b")).include == (include,)


def test_empty_settings_stop_the_search(tmp_path: Path) -> None:
    write(tmp_path / "corpusfmt.toml", OWN)
    write(tmp_path / "a/corpusfmt.toml", "")
    assert load(None, str(tmp_path / "a")).root == str(tmp_path / "a")


def test_named_file_is_relative_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a/own.toml", OWN)
    monkeypatch.chdir(tmp_path)
    assert load("a/own.toml", ".") == Settings(str(tmp_path / "a"), "a/own.toml", ("own",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1\nb =\n", ":2:4: not TOML: Invalid value"),
        ("a = 1\na = 2\n", ":2:6: not TOML: Cannot overwrite a value"),
        ("a = 1\nb = '''x\n", ":2:9: not TOML: Expected \"'''\""),
        ("a = " + "[" * 10_000, ": nested too deeply; expected a flat table of settings"),
        ("a = " + "9" * 10_000, ": not TOML: Exceeds the limit"),
        (
            "includ = []",
            ": unknown key 'includ'; did you mean 'include'? (list them with `corpusfmt check --show",
        ),
        ("EXCLUDE = []", ": unknown key 'EXCLUDE'; did you mean 'exclude'? (list"),
        (
            "wholly = 'other'",
            ": unknown key 'wholly' (list them with `corpusfmt check --show-settings`)",
        ),
        ("include = '*.txt'", ": include is a string; expected an array of strings"),
        ("exclude = true", ": exclude is a boolean; expected an array of strings"),
        ("require = {}", ": require is a table; expected an array of strings"),
        ("require = 2024-01-01", ": require is a date or time; expected an array of strings"),
        ("exclude = ['a', 1]", ": exclude[1] is an integer; expected a string"),
        ("include = ['']", ": include[0]: '' is no pattern; expected a glob"),
        ("exclude = ['[z-a]']", ": exclude[0]: '[z-a]' is no pattern: bad character range"),
        (
            "require = ['date', 'by-line']",
            ": require[1] has the unknown value 'by-line'; did you mean 'byline'?",
        ),
    ],
)
def test_broken_settings_say_what_was_expected(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path / "corpusfmt.toml", text)
    with pytest.raises(SettingsError) as caught:
        load(None, str(tmp_path))
    assert caught.value.message.startswith(path + message)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path = write(tmp_path / "corpusfmt.toml", "exclud = 1\ninclude = [1, 2]\n")
    with pytest.raises(SettingsError) as caught:
        load(path)
    assert len(caught.value.message.splitlines()) == 3


def test_bytes_that_are_not_utf8_have_a_place(tmp_path: Path) -> None:
    path = tmp_path / "corpusfmt.toml"
    path.write_bytes(b"# a\n# caf\xe9\n")
    with pytest.raises(SettingsError, match=r"corpusfmt\.toml:2:6: not UTF-8"):
        load(str(path))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("pyproject.toml", "[project]\n", "has no table [tool.corpusfmt]"),
        (
            "pyproject.toml",
            "[tool]\ncorpusfmt = 3\n",
            "tool.corpusfmt is an integer; expected a table",
        ),
        ("pyproject.toml", "[tool.corpusfmt]\nx = 1\n", "unknown key 'x'"),
        ("absent.toml", None, "does not exist"),
    ],
)
def test_named_files_must_hold_settings(
    tmp_path: Path, name: str, text: str | None, message: str
) -> None:
    path = tmp_path / name
    if text is not None:
        write(path, text)
    with pytest.raises(SettingsError) as caught:
        load(str(path))
    assert caught.value.message.startswith(f"{path}: {message}")


def test_settings_that_lead_nowhere_are_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "corpusfmt.toml").symlink_to("absent")
    with pytest.raises(SettingsError, match="does not exist"):
        load(None, str(tmp_path))


@pytest.mark.parametrize("value", REQUIRABLE)
def test_everything_requirable_may_be_required(tmp_path: Path, value: str) -> None:
    assert load(write(tmp_path / "corpusfmt.toml", f'require = ["{value}"]')).require == (value,)
