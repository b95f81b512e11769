"""The table [clean] of the settings: what it may have, and what is done for a reason."""

from pathlib import Path

import pytest

from corpusfmt.config.load import load
from corpusfmt.config.policy import make_policy
from corpusfmt.config.recipe import Recipe
from corpusfmt.config.settings import Settings, SettingsError


def recipe_of(folder: Path, text: str) -> Recipe:
    path = folder / "corpusfmt.toml"
    path.write_text(f"[clean]\n{text}", "utf-8")
    settings = load(str(path))
    make_policy(settings)
    return settings.recipe


def test_without_a_table_there_is_the_default(tmp_path: Path) -> None:
    assert recipe_of(tmp_path, "") == Recipe() == Settings("/").recipe
    assert Recipe().judging() == ("not-an-article", "duplicate-body", "near-duplicate")


def test_every_key_is_read(tmp_path: Path) -> None:
    text = """
        from = "csv"
        to = "jsonl"
        encoding = "latin-1"
        map = { title = "headline" }
        fields = ["id", "text"]
        template = "{id}"
        fixes = ["mojibake", "level-2"]
        unsafe-fixes = true
        split = true
        set-aside = ["too-short", "not-an-article"]
        drop = ["duplicate-body", "not-an-article:paywall", "invalid-utf8"]
        keep = ["not-an-article:gallery"]
    """
    assert recipe_of(tmp_path, text) == Recipe(
        "csv",
        "jsonl",
        "latin-1",
        {"title": "headline"},
        {"fields": ("id", "text"), "template": "{id}"},
        ("mojibake", "level-2"),
        True,
        True,
        ("too-short", "not-an-article"),
        ("duplicate-body", "not-an-article:paywall", "invalid-utf8"),
        ("not-an-article:gallery",),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("too = 'text'", "unknown key 'clean.too'; did you mean 'to'? (see"),
        ("to = 1", "clean.to is an integer; expected the name of a format"),
        ("encoding = ''", "clean.encoding is empty; expected the name of an encoding"),
        ("map = { title = 1 }", "clean.map.title is an integer; expected the name of a column"),
        ("fields = 'id'", "clean.fields is a string; expected an array of strings"),
        ("template = ''", "clean.template is empty; expected a text"),
        ("unsafe-fixes = 1", "clean.unsafe-fixes is an integer; expected true or false"),
        ("split = 'yes'", "clean.split is a string; expected true or false"),
        ("drop = 'schema'", "clean.drop is a string; expected an array of strings"),
        ("fixes = ['mojibak']", "unknown rule 'mojibak' in clean.fixes; did you mean 'mojibake'?"),
        ("drop = ['gallery']", "unknown rule 'gallery' in clean.drop (see `corpusfmt rules`)"),
        (
            "drop = ['not-an-article:galery']",
            "unknown kind 'galery' of not-an-article in clean.drop; did you mean 'gallery'?",
        ),
        ("set-aside = ['too-short:x']", "unknown kind 'x' of too-short in clean.set-aside"),
        (
            "keep = ['control-character']",
            "clean.keep has control-character, which cannot be kept: such a text has no canonical",
        ),
        (
            "drop = ['schema']\nkeep = ['too-short']\nset-aside = ['schema']",
            "clean.drop has 'schema', which clean.set-aside has, too; expected it once",
        ),
    ],
)
def test_a_problem_has_what_was_expected(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        recipe_of(tmp_path, text)
    assert f"corpusfmt.toml: {message}" in caught.value.message


def test_what_is_valid_is_used_where_problems_are_collected(tmp_path: Path) -> None:
    path = tmp_path / "corpusfmt.toml"
    path.write_text("[clean]\ndrop = ['no-rule', 'schema']\nfixes = ['no-rule', 'mojibake']\n")
    problems: list[str] = []
    make_policy(load(str(path)), problems=problems)
    assert len(problems) == 2


@pytest.mark.parametrize(
    ("reason", "action"),
    [
        ("not-an-article:gallery", "keep"),
        ("not-an-article:paywall", "drop"),
        ("not-an-article:error-page", "set-aside"),
        ("near-duplicate", "keep"),
        ("duplicate-body", "drop"),
        ("ambiguous-date", "set-aside"),
    ],
)
def test_a_kind_has_priority_over_its_rule(reason: str, action: str) -> None:
    recipe = Recipe(
        drop=("duplicate-body", "not-an-article:paywall"),
        keep=("not-an-article:gallery", "near-duplicate"),
    )
    assert recipe.action(reason) == action
