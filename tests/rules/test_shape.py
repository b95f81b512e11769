"""Rules are independent: what is special about a rule, its module declares."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import corpusfmt
from corpusfmt.rules import NAMES, RULES, TABLE, all_rules, declarations
from tests.for_each import for_each

SOURCE = Path(corpusfmt.__file__).parent
FOLDERS = tuple(SOURCE / "rules" / level for level in RULES)
MODULES = [path for folder in FOLDERS for path in sorted(folder.glob("*.py"))]

DECLARATIONS = {
    "SEVERITY",
    "IS_ON",
    "OPTIONS",
    "FIX",
    "SCOPE",
    "BLOCKS_REWRITING",
    "BLOCKS_READING",
    "APPLY_LAST",
    "BLAMES_FILE",
    "FEWEST",
    "CHANGES_DAILY",
    "OUTSIDE_TEXT",
    "SETS_ASIDE",
    "PROBLEM",
    "OF_FORM",
    "PLACE_IS_SIGN",
    "KINDS",
    "NEEDS",
}
"""What a rule declares, and `corpusfmt.lint.rule` reads."""

AMBIGUOUS = {"coverage", "layout"}
"""Names of rules that are words of something else too: a key of the settings, a level."""


def literals(path: Path) -> Iterator[str]:
    """Yield the strings of a module that are not docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in statements
        ):
            yield node.value


@for_each({str(path): path for path in SOURCE.rglob("*.py") if "rules" not in path.parts})
def test_no_module_outside_of_the_rules_names_one(path: Path) -> None:
    assert [text for text in literals(path) if text in NAMES and text not in AMBIGUOUS] == []


@for_each({path.stem: path for path in MODULES})
def test_no_rule_names_itself_or_imports_another(path: Path) -> None:
    assert path.stem.replace("_", "-") not in set(literals(path)) - AMBIGUOUS
    levels = tuple(f"corpusfmt.rules.{level}" for level in RULES)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not (node.module or "").startswith(levels), node.module


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.stem != "__init__"], ids=lambda path: path.stem
)
def test_a_rule_declares_what_is_known(path: Path) -> None:
    """A public constant is a declaration, or why a fix is safe or not, or an option."""
    for node in ast.parse(path.read_text("utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else ()
        names = {
            target.id for target in targets if isinstance(target, ast.Name) and target.id.isupper()
        }
        public = {name for name in names if name[0] != "_" and not name.startswith("WHY")}
        if isinstance(node, ast.Assign) and "Option(" in ast.unparse(node.value):
            continue
        assert public <= DECLARATIONS


def test_every_option_knows_its_rule() -> None:
    for rule in all_rules():
        assert {option.rule for option in rule.options} <= {rule.name}


def test_the_table_has_what_the_modules_declare() -> None:
    table = SOURCE / "rules" / TABLE
    assert table.read_text("utf-8") == declarations(), "run `make generate`"
