"""The JSON Schema of the settings, schema/settings.schema.json, which ``make generate`` writes.

It is of draft 7, which most editors support.
"""

from __future__ import annotations

import json

from corpusfmt.config.recipe import DEFAULT_RECIPE
from corpusfmt.config.rule_names import ALL, LEVELS
from corpusfmt.config.settings import DEFAULT_TEXT_FIELD
from corpusfmt.config.validate import FAIL_ON, REQUIRABLE
from corpusfmt.files.archives.limits import DEFAULT_LIMITS
from corpusfmt.lint.option import AnyOption
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import SEVERITIES
from corpusfmt.rules import NAMES, all_rules
from corpusfmt.syntax.date_order import DATE_ORDERS

ID = "https://json.schemastore.org/corpusfmt.json"
"""The URL that SchemaStore, which editors query, gives to a schema."""

Schema = dict[str, object]


def settings_schema() -> str:
    """Return the published schema: of corpusfmt.toml, and of [tool.corpusfmt] in pyproject.toml."""
    schema: Schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "corpusfmt settings",
        "description": "What corpusfmt.toml, or [tool.corpusfmt] in pyproject.toml, may contain.",
        **_closed({**_files(), **_demands(), **_run()}),
        "definitions": {
            "ruleName": {"enum": list(NAMES)},
            "selector": _selector(),
            "rules": _rules(),
            "coverage": _coverage(),
        },
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _files() -> dict[str, Schema]:
    """Return the schemas of the keys that select files."""
    patterns: Schema = {"type": "array", "items": {"type": "string", "minLength": 1}}
    return {
        "include": {
            **patterns,
            "default": ["*.txt", "*.md"],
            "description": (
                "Which files of a folder are articles: patterns as in .gitignore; "
                "*.txt also matches A.TXT."
            ),
        },
        "exclude": {
            **patterns,
            "default": [],
            "description": "Which files of a folder are not articles.",
        },
    }


def _demands() -> dict[str, Schema]:
    """Return the schemas of the keys for all articles or for those of a host."""
    fields: Schema = {"type": "array", "items": {"enum": list(REQUIRABLE)}}
    return {
        "require": {
            **fields,
            "default": [],
            "description": "The fields that every article must have.",
        },
        "select": {
            **_selectors(),
            "description": "The rules that run, instead of those that are on by default.",
        },
        "extend-select": {
            **_selectors(),
            "default": [],
            "description": "More rules that run.",
        },
        "ignore": {
            **_selectors(),
            "default": [],
            "description": "Rules that do not run, even if they are selected.",
        },
        "rules": {"$ref": "#/definitions/rules"},
        "coverage": {"$ref": "#/definitions/coverage"},
        "date-order": {
            "enum": list(DATE_ORDERS),
            "description": (
                "How 05/03/2024 is read: as May 3 or March 5. If not set: as May 3, and reported."
            ),
        },
    }


def _run() -> dict[str, Schema]:
    """Return the schemas of the other keys."""
    return {
        "per-file-ignores": {
            "type": "object",
            "description": (
                "Rules that do not run on some files: names of rules, by patterns as in .gitignore."
            ),
            "additionalProperties": _selectors(),
        },
        "hosts": {
            "type": "object",
            "description": "Settings for the articles of a host and its subdomains.",
            "additionalProperties": _closed(_demands()),
        },
        "fail-on": {
            "enum": list(FAIL_ON),
            "default": "warning",
            "description": "The lowest severity that makes a check fail.",
        },
        "baseline": {
            "type": "string",
            "minLength": 1,
            "pattern": r"^(?!/|(.*/)?\.\.(/|$))",
            "description": ("The file with the known findings, below the folder of the settings."),
        },
        "inputs": {"description": "How archives are read.", **_closed(_inputs())},
        "clean": {"description": "How “corpusfmt clean” cleans articles.", **_closed(_clean())},
    }


def _clean() -> dict[str, Schema]:
    """Return the schemas of the keys of a recipe."""
    name: Schema = {"type": "string", "minLength": 1}
    return {
        "from": {
            **name,
            "default": "auto",
            "description": "The input format, as “convert --from” names it.",
        },
        "to": {
            **name,
            "default": "text",
            "description": "The output format, as “convert --to” names it.",
        },
        "encoding": {**name, "description": "The encoding of texts. If not set: UTF-8."},
        "map": {
            "type": "object",
            "description": "The columns of a table, by the fields of an article.",
            "additionalProperties": name,
        },
        "fields": {
            "type": "array",
            "items": name,
            "description": "The fields of each row, with to = “rows”.",
        },
        "template": {**name, "description": "The line of each article, with to = “rows”."},
        "feed-title": {**name, "description": "The title, with to = “atom” or “jsonfeed”."},
        "updated": {
            **name,
            "description": "The time of articles without one, with to = “atom”.",
        },
        "fixes": {
            **_selectors(),
            "description": "The rules whose fixes are applied, instead of those that are on.",
        },
        "unsafe-fixes": {
            "type": "boolean",
            "default": False,
            "description": "Whether unsafe fixes are applied, too, and guesses are accepted.",
        },
        "split": {
            "type": "boolean",
            "default": False,
            "description": "Whether a text of several articles is split into these.",
        },
        "set-aside": {
            **_entries(),
            "default": list(DEFAULT_RECIPE.setting_aside()),
            "description": "The rules whose findings set an article aside.",
        },
        "drop": {
            **_entries(),
            "default": [],
            "description": "The reasons for which an article is not even set aside.",
        },
        "keep": {
            **_entries(),
            "default": [],
            "description": "Kinds of a rule whose findings change nothing.",
        },
    }


def _entries() -> Schema:
    """Return the schema of a list of rules, each of them with or without a kind."""
    entries = [*NAMES]
    for rule in all_rules():
        for kind in rule.kinds:
            entries.append(f"{rule.name}:{kind}")
    return {"type": "array", "items": {"enum": entries}}


def _inputs() -> dict[str, Schema]:
    """Return the schemas of the keys for archives."""
    default = DEFAULT_LIMITS
    return {
        "text-field": {
            "type": "string",
            "minLength": 1,
            "default": DEFAULT_TEXT_FIELD,
            "description": "The field of a row of JSON Lines that has the text of an article.",
        },
        "max-member-bytes": _limit(default.member, "The largest member or row, in bytes."),
        "max-total-bytes": _limit(default.total, "What one archive may expand to, in bytes."),
        "max-ratio": _limit(default.ratio, "How many times its size an archive may expand to."),
    }


def _limit(default: int, description: str) -> Schema:
    return {"type": "integer", "minimum": 1, "default": default, "description": description}


def _selector() -> Schema:
    return {
        "description": "A rule, the rules of a level, or all.",
        "enum": [*NAMES, *LEVELS, ALL],
    }


def _selectors() -> Schema:
    return {"type": "array", "items": {"$ref": "#/definitions/selector"}}


def _rules() -> Schema:
    return {
        "description": "The severity and the options of a rule.",
        **_closed({rule.name: _rule(rule) for rule in all_rules()}),
    }


def _rule(rule: Rule) -> Schema:
    properties: dict[str, Schema] = {
        "severity": {
            "enum": list(SEVERITIES),
            "default": rule.severity,
            "description": "The severity of its findings.",
        }
    }
    for option in rule.options:
        properties[option.name] = _option(option)
    return {"description": f"{rule.summary}.", **_closed(properties)}


def _option(option: AnyOption) -> Schema:
    default = option.default
    description = f"{option.help}."
    if isinstance(default, tuple):
        return {
            "type": "array",
            "items": _text(option.pattern),
            "default": list(default),
            "description": description,
        }
    annotations: Schema = {"default": default, "description": description}
    if isinstance(default, str):
        return {**_text(option.pattern), **annotations}
    if isinstance(default, bool):
        return {"type": "boolean", **annotations}
    kind = "integer" if isinstance(default, int) else "number"
    bounds: Schema = {"minimum": option.least}
    if option.most is not None:
        bounds["maximum"] = option.most
    return {"type": kind, **bounds, **annotations}


def _text(pattern: str) -> Schema:
    if pattern == ".*":
        return {"type": "string"}
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def _coverage() -> Schema:
    percentage: Schema = {"type": "number", "minimum": 0, "maximum": 100}
    return {
        "description": "The percentage of articles that must have a field.",
        **_closed(dict.fromkeys(REQUIRABLE, percentage)),
    }


def _closed(properties: dict[str, Schema]) -> Schema:
    """Return the schema of an object with these properties and no others."""
    return {"type": "object", "additionalProperties": False, "properties": properties}
