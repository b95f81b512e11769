import re, sys
from pathlib import Path
R = Path(sys.argv[1])
def sub(path, *pairs):
    p = R / path; t = p.read_text()
    for a, b in pairs:
        if a not in t: print("MISSING", path, a)
        t = t.replace(a, b)
    p.write_text(t)
S = "src/corpusfmt/"
import runpy
PLAN = runpy.run_path("restructuring/plan1.py")
t = (R / S / "__init__.py").read_text()
NAMEHOME = {n: new for parts in PLAN["SPLITS"].values() for new, ns in parts.items() for n in ns}
m = re.search(r"_HOMES = (\{.*?\n    \})", t, re.S)
homes = {}
for key, names in eval(m[1]).items():
    for n in names.split():
        new = NAMEHOME.get(n) if n in NAMEHOME else PLAN["MOVES"].get(key) or next(iter(PLAN["SPLITS"][key]))
        homes.setdefault(new, []).append(n)
out = "{\n"
for k in sorted(homes):
    v = " ".join(homes[k])
    if len(v) < 80: out += f'        "{k}": "{v}",\n'
    else:
        import textwrap
        out += f'        "{k}": (\n' + "".join(f'            "{l}{" " if i < len(ls) - 1 else ""}"\n' for ls in [textwrap.wrap(v, 90)] for i, l in enumerate(ls)) + "        ),\n"
t = t[:m.start(1)] + out + "    }" + t[m.end(1):]
(R / S / "__init__.py").write_text(t)
sub(S + "cli/main.py", ('f"corpusfmt.commands.{named}"', 'f"corpusfmt.cli.{named}"'), ('f"corpusfmt.commands.{name}"', 'f"corpusfmt.cli.{name}"'))
sub("pyproject.toml", ("corpusfmt.cli:main", "corpusfmt.cli.main:main"))
pk = sorted({"corpusfmt." + ".".join(p.parent.relative_to(R / "src/corpusfmt").parts) for p in (R / "src/corpusfmt").rglob("__init__.py")} - {"corpusfmt."} | {"corpusfmt", "corpusfmt.grammar", "corpusfmt.schema"})
t = (R / "pyproject.toml").read_text()
t = re.sub(r"packages = \[\n    \"corpusfmt\",.*?\]", "packages = [\n" + "".join(f'    "{p}",\n' for p in pk) + "]", t, count=1, flags=re.S)
(R / "pyproject.toml").write_text(t)
# tests: a package, absolute imports
T = R / "tests"
helpers = {}
for p in T.rglob("*.py"):
    rel = p.relative_to(R).with_suffix("")
    if not p.name.startswith("test_") and p.name not in ("__init__.py", "conftest.py"):
        helpers[p.stem] = ".".join(rel.parts)
DOC = {"cli": "the command line", "docs": "the documents and the sample corpus", "property": "the laws"}
for d in {p.parent for p in T.rglob("*.py")} | {T}:
    i = d / "__init__.py"
    if not i.exists() and "conformance" not in d.parts[-1:]:
        i.write_text('"""Tests of %s."""\n' % DOC.get(d.name, "corpusfmt" if d == T else d.name))
for p in T.rglob("*.py"):
    t = p.read_text()
    def imp(m):
        mod = m[3]
        if mod.startswith("rules."): return f"{m[1]}{m[2]} tests.{mod}"
        if mod in helpers: return f"{m[1]}{m[2]} {helpers[mod]}"
        return m[0]
    n = re.sub(r"(?m)^(\s*)(from) ([a-z_.]+)(?= import)", imp, t)
    depth = len(p.relative_to(R).parts) - 1
    n = n.replace("Path(__file__).resolve().parent.parent\n", f"Path(__file__).resolve().parents[{depth}]\n")
    n = re.sub(r"Path\(__file__\)(\.resolve\(\))?\.parents\[\d\]", lambda m: f"Path(__file__).resolve().parents[{depth}]", n)
    if n != t: p.write_text(n)
sub(S + "rules/__init__.py", ('''    module = import_module(f"corpusfmt.rules.{name.replace('-', '_')}")
''', '''    module = import_module(f"corpusfmt.rules.{HOMES[name]}.{name.replace('-', '_')}")
'''))
p = R / S / "rules/__init__.py"; t = p.read_text()
lv = {}
for d in ("bytes", "layout", "document", "content", "corpus"):
    for f in (R / S / "rules" / d).glob("*.py"):
        if f.stem != "__init__": lv[f.stem.replace("_", "-")] = d
m = re.search(r"NAMES = \((.*?)\n\)\n", t, re.S)
names = re.findall(r'"([a-z0-9-]+)"', m[1])
out = "RULES: dict[str, tuple[str, ...]] = {\n"
for d in ("bytes", "layout", "document", "content", "corpus"):
    out += f'    "{d}": (\n' + "".join(f'        "{n}",\n' for n in names if lv[n] == d) + "    ),\n"
out += '}\n"""The names of the rules of each level. A rule is a module of that folder, its name with underscores."""\n\nNAMES = tuple(name for names in RULES.values() for name in names)\n"""Every rule, in the order in which they run."""\n\nHOMES = {name: level for level, names in RULES.items() for name in names}\n'
# the docstring after NAMES goes
rest = t[m.end():]
rest = re.sub(r'\A""".*?"""\n', "", rest, flags=re.S)
assert [n for d in ("bytes","layout","document","content","corpus") for n in names if lv[n]==d] == names, "order changes"
p.write_text(t[:m.start()] + out + rest)
sub("Makefile", ("corpusfmt.tables", "corpusfmt.syntax.tables"))
sub("tests/rules/test_page.py", ('''    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "page"}
    assert modules == {name.replace("-", "_") for name in NAMES}
    assert {f"test_{module}.py" for module in modules} <= {path.name for path in Path(__file__).parent.iterdir()}
''', '''    modules = {path.stem for level in RULES for path in (folder / level).glob("*.py")} - {"__init__"}
    assert modules == {name.replace("-", "_") for name in NAMES}
    tests = {path.name for level in RULES for path in (Path(__file__).parent / level).iterdir()}
    assert {f"test_{module}.py" for module in modules} <= tests
'''))
p = R / "tests/rules/test_page.py"; t = p.read_text()
t = re.sub(r"from corpusfmt.rules import (.*)", lambda m: "from corpusfmt.rules import " + ", ".join(sorted({*m[1].split(", "), "RULES"})), t, count=1)
p.write_text(t)
p = R / "tests/syntax/test_tables.py"; t = p.read_text()
t = t.replace("from corpusfmt.syntax import grammar\n", "from corpusfmt.syntax import grammar as compiled\n").replace("monkeypatch.setattr(grammar, ", "monkeypatch.setattr(compiled, ")
p.write_text(t)
p = R / "tests/cli/test_streams.py"; t = p.read_text()
t = t.replace("from corpusfmt.commands import {module}", "from corpusfmt.cli import {module}").replace('{"check": "checking"}', '{"check": "check_file"}')
p.write_text(t)
p = R / "tests/syntax/test_tables.py"; t = p.read_text()
t = re.sub(r"(?<![\w.])grammar(?=\._|, \"|\.built)", "compiled", t)
p.write_text(t)
for p in T.rglob("*.py"):
    t = p.read_text(); n = re.sub(r"(?m)^import typed_client\b", "from tests import typed_client", t)
    if n != t: p.write_text(n)
