"""Invalid keys and values of the settings are reported, with what was expected."""

from pathlib import Path

import pytest

from corpusfmt.config.load import load
from corpusfmt.config.settings import SettingsError
from corpusfmt.config.validate import REQUIRABLE


def write(folder: Path, text: str) -> str:
    path = folder / "corpusfmt.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "includ = []",
            ": unknown key 'includ'; did you mean 'include'? (see `corpusfmt check",
        ),
        ("EXCLUDE = []", ": unknown key 'EXCLUDE'; did you mean 'exclude'? (see"),
        (
            "wholly = 'other'",
            ": unknown key 'wholly' (see `corpusfmt check --show-settings`)",
        ),
        ("include = '*.txt'", ": include is a string; expected an array of strings"),
        ("exclude = true", ": exclude is a boolean; expected an array of strings"),
        ("require = {}", ": require is a table; expected an array of strings"),
        ("require = 2024-01-01", ": require is a date or time; expected an array of strings"),
        ("exclude = ['a', 1]", ": exclude[1] is an integer; expected a string"),
        ("include = ['']", ": include[0]: '' is not a pattern; expected a glob"),
        ("exclude = ['[z-a]']", ": exclude[0]: '[z-a]' is not a pattern: bad character range"),
        (
            "require = ['date', 'by-line']",
            ": require[1] has the unknown value 'by-line'; did you mean 'byline'?",
        ),
    ],
)
def test_a_problem_has_what_was_expected(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        load(None, str(tmp_path))
    assert caught.value.message.startswith(path + message)


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, "exclud = 1\ninclude = [1, 2]\n")
    with pytest.raises(SettingsError) as caught:
        load(path)
    assert len(caught.value.message.splitlines()) == 3


def test_the_rest_is_used_where_problems_are_collected(tmp_path: Path) -> None:
    path = write(tmp_path, "fail-on = 'never'\nexclude = ['a']\n[hosts.'A.org']\n[hosts.'a.org']\n")
    problems: list[str] = []
    settings = load(path, problems=problems)
    assert (settings.fail_on, settings.exclude, settings.hosts) == ("warning", ("a",), {})
    assert len(problems) == 2


@pytest.mark.parametrize("value", REQUIRABLE)
def test_every_field_may_be_required(tmp_path: Path, value: str) -> None:
    assert load(write(tmp_path, f'require = ["{value}"]')).require == (value,)
