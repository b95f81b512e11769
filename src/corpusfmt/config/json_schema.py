"""The JSON Schema of the settings, schema/settings.schema.json, which ``make generate`` writes.

It is of draft 7, which editors know best, and says of each key what the settings say of it themselves.
"""

from __future__ import annotations

import json
from typing import Any

from corpusfmt.config.policy import ALL, LEVELS
from corpusfmt.config.validate import FAIL_ON, REQUIRABLE
from corpusfmt.lint.option import Option
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import SEVERITIES
from corpusfmt.rules import NAMES, all_rules
from corpusfmt.syntax.date_order import DATE_ORDERS

ID = "https://json.schemastore.org/corpusfmt.json"
"""The address that SchemaStore, which editors ask, gives to the schemas that it keeps."""

Schema = dict[str, Any]


def settings_schema() -> str:
    """The schema as it is published: of corpusfmt.toml, and of [tool.corpusfmt] in pyproject.toml."""
    schema: Schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "corpusfmt settings",
        "description": "What corpusfmt.toml, or [tool.corpusfmt] in pyproject.toml, may say.",
        **_closed({**_files(), **_demands(), **_run()}),
        "definitions": {"ruleName": _rule_name(), "selector": _selector(), "rules": _rules(), "coverage": _coverage()},
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _files() -> dict[str, Schema]:
    patterns = {"type": "array", "items": {"type": "string", "minLength": 1}}
    return {
        "include": {
            **patterns,
            "default": ["*.txt", "*.md"],
            "description": "Which files of a folder are articles: patterns as in .gitignore; *.txt also matches A.TXT.",
        },
        "exclude": {**patterns, "default": [], "description": "Which of them are not."},
    }


def _demands() -> dict[str, Schema]:
    named = {"type": "array", "items": {"$ref": "#/definitions/selector"}}
    parts = {"type": "array", "items": {"enum": list(REQUIRABLE)}}
    return {
        "require": {**parts, "default": [], "description": "The parts that every article must have."},
        "select": {**named, "description": "The rules that run, in place of those that are on by default."},
        "extend-select": {**named, "default": [], "description": "Rules that run besides."},
        "ignore": {**named, "default": [], "description": "Rules that do not run, whatever selects them."},
        "rules": {"$ref": "#/definitions/rules"},
        "coverage": {"$ref": "#/definitions/coverage"},
        "date-order": {
            "enum": list(DATE_ORDERS),
            "description": "Reads 05/03/2024 as May 3 or as 5 March; without it as May 3, and reported.",
        },
    }


def _run() -> dict[str, Schema]:
    ignored = {"type": "array", "items": {"$ref": "#/definitions/selector"}}
    hosts = {
        "type": "object",
        "description": "What is asked of the articles of a host, and of those below it, by their own address.",
        "additionalProperties": _closed(_demands()),
    }
    return {
        "per-file-ignores": {
            "type": "object",
            "description": "Rules that do not run on some files: patterns as in .gitignore, to names of rules.",
            "additionalProperties": ignored,
        },
        "hosts": hosts,
        "fail-on": {"enum": list(FAIL_ON), "default": "warning", "description": "What makes a check fail."},
        "baseline": {
            "type": "string",
            "minLength": 1,
            "pattern": r"^(?!/|(.*/)?\.\.(/|$))",
            "description": "The file of the findings that are known, below the folder of the settings.",
        },
    }


def _rule_name() -> Schema:
    return {"enum": list(NAMES)}


def _selector() -> Schema:
    return {"description": "A rule, the rules of a level, or all.", "enum": [*NAMES, *LEVELS, ALL]}


def _rules() -> Schema:
    return {
        "description": "The severity and the options of a rule.",
        **_closed({rule.name: _rule(rule) for rule in all_rules()}),
    }


def _rule(rule: Rule) -> Schema:
    severity = {"enum": list(SEVERITIES), "default": rule.severity, "description": "How much its findings weigh."}
    options = {option.name: _option(option) for option in rule.options}
    return {"description": f"{rule.summary}.", **_closed({"severity": severity, **options})}


def _option(option: Option[Any]) -> Schema:
    default = option.default
    told = {"default": list(default) if isinstance(default, tuple) else default, "description": f"{option.help}."}
    text = {"type": "string"} if option.pattern == ".*" else {"type": "string", "pattern": f"^(?:{option.pattern})$"}
    if isinstance(default, tuple):
        return {"type": "array", "items": text, **told}
    if isinstance(default, str):
        return {**text, **told}
    if isinstance(default, bool):
        return {"type": "boolean", **told}
    bounds = {"minimum": option.least} | ({} if option.most is None else {"maximum": option.most})
    return {"type": "integer" if isinstance(default, int) else "number", **bounds, **told}


def _coverage() -> Schema:
    share = {"type": "number", "minimum": 0, "maximum": 100}
    described = "Of a hundred articles, how many must have a part."
    return {"description": described, **_closed(dict.fromkeys(REQUIRABLE, share))}


def _closed(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": properties}
