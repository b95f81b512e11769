"""The file of settings is found and read, or the error has the reason."""

from pathlib import Path

import pytest

from corpusfmt.config.load import load
from corpusfmt.config.settings import Demands, Settings, SettingsError


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_defaults_are_used_without_settings(tmp_path: Path) -> None:
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
def test_the_nearest_file_is_used(tmp_path: Path, files: dict[str, str], include: str) -> None:
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
        ("a = 1\nb =\n", ":2:4: invalid TOML: Invalid value"),
        ("a = 1\na = 2\n", ":2:6: invalid TOML: Cannot overwrite a value"),
        ("a = 1\nb = '''x\n", ":2:9: invalid TOML: Expected \"'''\""),
        ("a = " + "[" * 10_000, ": nested too deeply; expected a flat table of settings"),
        ("a = " + "9" * 10_000, ": invalid TOML: Exceeds the limit"),
    ],
)
def test_a_syntax_error_has_its_position(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path / "corpusfmt.toml", text)
    with pytest.raises(SettingsError) as caught:
        load(None, str(tmp_path))
    assert caught.value.message.startswith(path + message)


def test_bytes_that_are_not_utf8_have_a_position(tmp_path: Path) -> None:
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
def test_a_named_file_must_have_settings(
    tmp_path: Path, name: str, text: str | None, message: str
) -> None:
    path = tmp_path / name
    if text is not None:
        write(path, text)
    with pytest.raises(SettingsError) as caught:
        load(str(path))
    assert caught.value.message.startswith(f"{path}: {message}")


def test_a_link_to_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "corpusfmt.toml").symlink_to("absent")
    with pytest.raises(SettingsError, match="does not exist"):
        load(None, str(tmp_path))
