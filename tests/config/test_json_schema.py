"""The schema of the settings is the published one, and takes what the settings take."""

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # it ships no types

from corpusfmt.config.json_schema import settings_schema
from corpusfmt.config.load import load
from corpusfmt.config.policy import make_policy
from corpusfmt.config.settings import SettingsError
from corpusfmt.config.validate import DEMANDS, KEYS

SCHEMA = json.loads(settings_schema())
VALIDATOR = Draft7Validator(SCHEMA)

GOOD = """
include = ["*.txt"]
exclude = ["drafts/"]
require = ["byline"]
select = ["all"]
extend-select = ["placeholder-link"]
ignore = ["level-5", "layout"]
fail-on = "error"
baseline = "known.jsonl"
date-order = "day-first"

[per-file-ignores]
"old/" = ["layout", "level-4"]

[rules.near-duplicate]
severity = "info"
share = 0.9

[coverage]
byline = 98

[hosts."news.example"]
require = []
select = ["level-3"]
ignore = ["schema"]
date-order = "month-first"

[hosts."news.example".rules.near-duplicate]
words = 50

[hosts."news.example".coverage]
date = 99.5
"""

BAD = {
    "unknown key": ("inclue = []", "unknown key 'inclue'; did you mean 'include'?"),
    "unknown rule": (
        'ignore = ["layuot"]',
        "unknown rule 'layuot' in ignore; did you mean 'layout'?",
    ),
    "unknown rule to select": ('select = ["x"]', "unknown rule 'x' in select"),
    "unknown level": (
        'extend-select = ["level-6"]',
        "unknown rule 'level-6' in extend-select; did you mean",
    ),
    "an unknown rule": (
        "[rules.layuot]\n",
        "unknown rule 'rules.layuot'; did you mean 'layout'?",
    ),
    "an unknown option": (
        "[rules.near-duplicate]\nshar = 1.0",
        "unknown key 'rules.near-duplicate.shar'; did you",
    ),
    "an option of another type": (
        '[rules.near-duplicate]\nshare = "much"',
        "rules.near-duplicate.share is a string; expected a float such as 0.8",
    ),
    "a boolean for a number": (
        "[rules.near-duplicate]\nwords = true",
        "rules.near-duplicate.words is a boolean",
    ),
    "an unknown severity": (
        '[rules.layout]\nseverity = "off"',
        "rules.layout.severity has the unknown value 'off'",
    ),
    "an unknown end": (
        'fail-on = "info"',
        "fail-on has the unknown value 'info'; expected one of error, warning",
    ),
    "a share above all": (
        "[coverage]\nbyline = 101",
        "coverage.byline is 101; expected a percentage from 0 to 100",
    ),
    "an unknown field": (
        "[coverage]\nbylin = 1",
        "unknown key 'coverage.bylin'; did you mean 'byline'?",
    ),
    "a string for a table": ('rules = "all"', "rules is a string; expected a table"),
    "a host's unknown key": (
        '[hosts."a.example"]\ninclude = []',
        "unknown key \"hosts.'a.example'.include\"",
    ),
    "a pattern's unknown rule": (
        '[per-file-ignores]\n"a/" = ["x"]',
        "unknown rule 'x' in per-file-ignores.'a/'",
    ),
    "a number out of bounds": (
        "[rules.near-duplicate]\nshare = 7.0",
        "rules.near-duplicate.share is 7.0; expected 0.5 to 1",
    ),
    "no number at all": (
        "[rules.near-duplicate]\nwords = -5",
        "rules.near-duplicate.words is -5; expected 3 or more",
    ),
    "an invalid day": (
        '[rules.future-date]\ntoday = "soon"',
        "rules.future-date.today has the invalid value 'soon'; expected",
    ),
    "an empty phrase": (
        '[rules.boilerplate]\nphrases = [""]',
        "rules.boilerplate.phrases has the invalid value ''; expected",
    ),
    "an absolute path": (
        'baseline = "/known.jsonl"',
        "baseline '/known.jsonl' is an absolute path; expected a path below the folder of the ",
    ),
    "a path that climbs": (
        'baseline = "../known.jsonl"',
        "baseline '../known.jsonl' contains '..'",
    ),
    "a path that climbs later": ('baseline = "a/../../b"', "baseline 'a/../../b' contains '..'"),
    "an unknown order": (
        'date-order = "day first"',
        "date-order has the unknown value 'day first'; did you mean 'day-first'?",
    ),
    "a host's order": (
        '[hosts."a.example"]\ndate-order = true',
        "hosts.'a.example'.date-order is a boolean; expected a string",
    ),
    "an empty path": ('baseline = ""', "baseline is empty; expected the path of a file"),
}


def write(folder: Path, text: str) -> None:
    (folder / "corpusfmt.toml").write_text(text, encoding="utf-8")


def test_the_schema_is_valid_and_has_every_key() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == set(KEYS)
    assert set(SCHEMA["properties"]["hosts"]["additionalProperties"]["properties"]) == set(DEMANDS)


def test_every_key_and_option_is_described() -> None:
    keys = {**SCHEMA["properties"], **SCHEMA["definitions"]["rules"]["properties"]}
    assert [
        key for key, its in keys.items() if "$ref" not in its and not its.get("description")
    ] == []
    for rule in SCHEMA["definitions"]["rules"]["properties"].values():
        assert all(
            option.get("description") and "default" in option
            for option in rule["properties"].values()
        )


def test_valid_settings_are_accepted_by_both(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    make_policy(load(None, str(tmp_path)))
    VALIDATOR.validate(tomllib.loads(GOOD))


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_invalid_settings_are_accepted_by_neither(text: str, message: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        make_policy(load(None, str(tmp_path)))
    assert message in caught.value.message
    assert caught.value.message.startswith(str(tmp_path / "corpusfmt.toml"))
    assert not VALIDATOR.is_valid(tomllib.loads(text))


def test_settings_by_host_add_to_those_for_all(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    policy = make_policy(load(None, str(tmp_path)))
    own = policy.of_host("sport.news.example")
    assert "layout" not in policy.on
    assert own.on == {"impossible-date", "missing-field", "placeholder-link"}
    assert own.require == ()
    assert own.options == {("near-duplicate", "share"): 0.9, ("near-duplicate", "words"): 50}
    assert own.severities == {"near-duplicate": "info"}
    assert policy.of_host("other.example") is policy
    assert policy.of_host("") is policy
