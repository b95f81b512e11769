"""The documents of the conformance data, and one that has every part: shared by the tests of the
document side.
"""

import json
from pathlib import Path
from typing import Any

_DATA = json.loads(
    (Path(__file__).parent / "conformance" / "documents.json").read_text(encoding="utf-8")
)


def _document(case: dict[str, Any]) -> Any:
    if "document" in case:
        return case["document"]
    kept = {
        name: value for name, value in _DATA["base"].items() if name not in case.get("without", ())
    }
    return {**kept, **case.get("with", {})}


Case = tuple[str, Any, list[str]]

# Name, document, and the pointers of its faults, each once; none where it is valid.
CASES: list[Case] = [(case["name"], _document(case), case["pointers"]) for case in _DATA["cases"]]
VALID = [(name, document) for name, document, pointers in CASES if not pointers]
# The pointers that a plain validator of the schema names besides, by the case's name.
SCHEMA_ALSO: dict[str, list[str]] = {
    case["name"]: case["schema-also"] for case in _DATA["cases"] if "schema-also" in case
}
NAMED = {name: document for name, document, _ in CASES}

# Every part of the header, every block, every node.
RICH: Any = {
    **NAMED["every header part"],
    "body": [*NAMED["every block"]["body"], *NAMED["every mark"]["body"]],
}
