"""Convert the rules of a checkout to the shape of issue 8, point 4.

    python restructuring/rules_codemod.py CHECKOUT [RULE.py …]

Works on ``src/corpusfmt/rules/LEVEL/*.py`` and ``rules/_shared/*.py`` in the old shape (after the moves); a file that
is converted already is left as it is. What is left for the hand is printed. Run ``ruff check --fix`` (I, F401) and
``ruff format`` afterwards; this script does so itself with the checkout's .venv.
"""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from pathlib import Path

LINT = (
    "OTHER", "Block", "Context", "Corpus", "CorpusFinding", "Edit", "Entry", "Finding", "Findings", "Fix", "Option",
    "quoted",
)
RULE_NAMES = frozenset(
    "repeated-paragraph boilerplate date-against-address future-date tracking-parameter too-short near-duplicate "
    "shared-paragraph duplicate-paragraph date-url-mismatch".split()
)
"""The rules that have options."""

VIEWS = {
    "short": "blocks", "broken": "blocks", "heads": "blocks", "ends": "blocks", "sizes": "blocks", "said": "blocks",
    "headings": "blocks", "hyphens": "hyphens",
}
VIEW_NAMES = {
    "short": "short_texts", "broken": "broken_texts", "heads": "heads", "ends": "ends", "sizes": "sizes",
    "said": "whole_text", "headings": "headings", "hyphens": "find_hyphens",
}
NEEDS = {
    "UNREADABLE": "not context.reading.is_readable",
    "NOT_UTF8": "not context.is_text",
    "NOT_ASCII": "not context.text.isascii()",
    "NOT_CANONICAL": "not context.is_canonical",
    "IN_HEADER": "bool(context.reading.before_gap)",
    "NO_ADDRESS": '"url" not in context.reading.document',
    "REQUIRED": "bool(context.require)",
    "_LOST": "_LOST in context.text",
}
DROPPED = re.compile(
    r"^from corpusfmt\.(?:lint\.context|lint\.corpus|lint\.hyphens|model\.diagnostic|text\.edits|rules) import "
    r"(?:\([^)]*\)|[^\n]*)\n",
    re.MULTILINE,
)


def main() -> None:
    root = Path(sys.argv[1])
    rules = root / "src" / "corpusfmt" / "rules"
    paths = [Path(name) for name in sys.argv[2:]] or [
        path for path in sorted(rules.rglob("*.py")) if path.parent != rules and path.stem != "__init__"
    ]
    for path in paths:
        source = path.read_text("utf-8")
        if re.search(r"\bSubject\b", source) or "\nLEVEL = " in source:
            path.write_text(convert(source, path), "utf-8")
    ruff = str(root / ".venv" / "bin" / "ruff")
    for words in (("check", "-q", "--fix", "--select", "I,F401"), ("format", "-q")):
        subprocess.run((ruff, *words, *map(str, paths)), check=False)


def convert(source: str, path: Path) -> str:
    source = replace_nodes(source, path)
    source = rename(source)
    source = re.sub(r"\b(?:Iterator|Iterable)\[Finding\]", "Findings", source)
    source = re.sub(r"^def gather\(", "def collect(", source, flags=re.MULTILINE)
    return add_imports(source, path)


# ---------------------------------------------------------------------------------------------------- nodes


def replace_nodes(source: str, path: Path) -> str:
    """Apply one replacement after another, innermost first, until there is none left."""
    while True:
        tree = ast.parse(source)
        found = [*replacements(source, tree, path)]
        if not found:
            return source
        start, end, text = max(found)  # the last one: what stands before it keeps its place
        source = source[:start] + text + source[end:]


def replacements(source: str, tree: ast.Module, path: Path):
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line.encode()))
    data = source.encode()

    def at(line: int, column: int) -> int:
        return len(data[: lines[line - 1] + column].decode())

    def segment(node: ast.AST) -> str:
        return ast.get_source_segment(source, node) or ""

    def span(node: ast.AST) -> tuple[int, int]:
        return at(node.lineno, node.col_offset), at(node.end_lineno, node.end_col_offset)

    for node in tree.body:
        name = target(node)
        if name == "LEVEL":
            start, end = span(node)
            yield start, end + 1, ""
        elif name in ("SEVERITY", "BLOCKS_REWRITING") and isinstance(node, ast.AnnAssign):
            yield *span(node), f"{name} = {segment(node.value)}"
        elif name == "NEEDS":
            start, end = span(node)
            applies = f"def applies(context: Context) -> bool:\n    return {' or '.join(map(need, node.value.elts))}\n\n\n"
            first = next(each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == "check")
            place = span(first)[0]
            yield start, place, source[end + 1 : place] + applies
            return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            text = call(node, segment)
            if text is not None:
                yield *span(node), text
        elif isinstance(node, ast.IfExp) and segment(node.test) == "subject.is_text" and segment(node.orelse) == "None":
            yield *span(node), segment(node.body)
        elif isinstance(node, ast.Attribute) and segment(node.value) == "subject" and node.attr in VIEWS:
            yield *span(node), f"subject.memo({VIEW_NAMES[node.attr]})"


def need(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return NEEDS[node.id]
    return f'"{node.value}" in context.' + ("text" if len(node.value) == 1 else "reading.document")


def target(node: ast.stmt) -> str:
    if isinstance(node, ast.AnnAssign):
        return node.target.id
    return node.targets[0].id if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) else ""


def call(node: ast.Call, segment) -> str | None:
    """The call in the new shape; None for one that stays."""
    args = [segment(arg) for arg in node.args]
    keywords = [f"{keyword.arg}={segment(keyword.value)}" for keyword in node.keywords]
    if node.func.id == "find" and args[0].startswith('"'):
        return f"subject.finding({', '.join([args[2], args[1], *args[3:], *keywords])})"
    if node.func.id == "Finding" and args[0].startswith('"'):
        named = [f"{key}={value}" for key, value in zip(("pointer", "fix"), args[5:], strict=False)]
        given = [f"({args[2]}, {args[3]})", args[1], *args[4:5], *named, *keywords]
        return f"subject.finding({', '.join(given)})"
    if node.func.id == "Option" and len(args) >= 2 and args[1].startswith('"') and args[0].startswith('"') and args[0][1:-1] in RULE_NAMES:
        return f"Option({', '.join([*args[1:], *keywords])})"
    return None


# ---------------------------------------------------------------------------------------------------- names


def rename(source: str) -> str:
    names = {"subject": "context", "Subject": "Context"}
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    lines = source.splitlines(keepends=True)
    for token in reversed(tokens):
        if token.type == tokenize.STRING and token.string[0] in "fr" and token.start[0] == token.end[0]:
            row, column = token.start
            line, end = lines[row - 1], token.end[1]
            text = re.sub(r"\bsubject\.", "context.", line[column:end])
            lines[row - 1] = line[:column] + text + line[end:]
        elif token.type == tokenize.NAME and token.string in names:
            row, column = token.start
            line = lines[row - 1]
            lines[row - 1] = line[:column] + names[token.string] + line[column + len(token.string) :]
    # Python 3.11 has no tokens for the fields of f-strings.
    return re.sub(r"(?<=\{)subject\b(?=[.])", "context", "".join(lines))


def add_imports(source: str, path: Path) -> str:
    hyphens = re.search(r"from corpusfmt\.lint\.hyphens import ([^\n]*)", source)
    host_of = re.search(r"\bhost_of\(", source) is not None
    functions = re.search(r"from corpusfmt\.lint\.corpus import ([^\n]*)", source)
    place = source.index("from __future__ import annotations\n") + len("from __future__ import annotations\n")
    head, rest = source[:place], DROPPED.sub("", source[place:])
    used = {token.string for token in tokenize.generate_tokens(io.StringIO(rest).readline) if token.type == tokenize.NAME}
    used |= {name for name in LINT if re.search(rf"\{{{name}\b", rest)}
    added = [f"from corpusfmt.lint import {', '.join(name for name in LINT if name in used)}"]
    views = {VIEW_NAMES[view]: home for view, home in VIEWS.items() if f"memo({VIEW_NAMES[view]})" in rest}
    for home in sorted(set(views.values())):
        names = sorted(name for name in views if views[name] == home)
        added.append(f"from corpusfmt.rules._shared.{home} import {', '.join(names)}")
    if hyphens:
        added.append(f"from corpusfmt.rules._shared.hyphens import {hyphens[1]}")
    if host_of:
        added.append("from corpusfmt.lint.context import host_of")
    if functions and (names := sorted({"digest", "folded"} & set(re.findall(r"\w+", functions[1])))):
        added.append(f"from corpusfmt.rules._shared.digests import {', '.join(names)}")
    for name in ("find(", "Severity", "is_text", "lacks", ".problems", "NOT_", "SHORT"):
        if name in rest:
            print(f"{path}: {name} is left for the hand")
    if "HEAD" in used:
        added.append("from corpusfmt.rules._shared.blocks import HEAD")
    return head + "\n" + "\n".join(added) + "\n" + rest.lstrip("\n")


if __name__ == "__main__":
    main()
