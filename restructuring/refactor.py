"""Move and split modules of corpusfmt and rewrite every import. Usage: refactor.py ROOT PLAN.py"""
import ast, os, re, runpy, subprocess, sys
from pathlib import Path

ROOT = Path(sys.argv[1]).resolve()
PLAN = runpy.run_path(sys.argv[2])
MOVES = PLAN.get("MOVES", {})      # old dotted (below corpusfmt) -> new dotted
SPLITS = PLAN.get("SPLITS", {})    # old dotted -> {new dotted: [names]}, first is default
DOCS = PLAN.get("DOCS", {})        # new dotted -> docstring
TEST_MOVES = PLAN.get("TEST_MOVES", {})
SRC = ROOT / "src/corpusfmt"

def path_of(mod):
    p = SRC / Path(*mod.split("."))
    return p / "__init__.py" if p.is_dir() and not p.with_suffix(".py").exists() else p.with_suffix(".py")

def git(*a):
    subprocess.run(["git", "-C", str(ROOT), *a], check=True)

PACKAGES = PLAN.get("PACKAGES", {})
OLD = {}
name_home = {}   # (oldmod, name) -> newmod
ALL_OLD = set()

# names before anything moves
def segments(src):
    tree = ast.parse(src)
    lines = src.splitlines(keepends=True)
    segs = []
    prev_end = 0
    body = tree.body
    for i, node in enumerate(body):
        start = node.lineno - 1
        if getattr(node, "decorator_list", None):
            start = min(start, min(d.lineno for d in node.decorator_list) - 1)
        segs.append([node, prev_end, start, node.end_lineno])
        prev_end = node.end_lineno
    return tree, lines, segs

def defined(node):
    if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
        return {node.name}
    names = set()
    if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for t in targets:
            for n in ast.walk(t):
                if isinstance(n, ast.Name):
                    names.add(n.id)
    if isinstance(node, (ast.If, ast.For, ast.Try, ast.With)):
        for n in ast.walk(node):
            if isinstance(n, (ast.Assign,)):
                for t in n.targets:
                    for m in ast.walk(t):
                        if isinstance(m, ast.Name): names.add(m.id)
    return names

def is_import_block(node):
    return isinstance(node, (ast.Import, ast.ImportFrom)) or (
        isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING")

def do_split(old, parts):
    path = path_of(old)
    src = path.read_text()
    tree, lines, segs = segments(src)
    where = {n: new for new, names in parts.items() for n in names}
    default = next(iter(parts))
    out = {new: [] for new in parts}
    imports, homes = [], {}
    last = default
    for k, (node, prev_end, start, end) in enumerate(segs):
        text = "".join(lines[prev_end:end])
        if k == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            doc = "".join(lines[:end]); continue
        if is_import_block(node):
            imports.append("".join(lines[start:end]) if not text.strip().startswith("#") else text); continue
        names = defined(node)
        if not names and isinstance(node, ast.Expr):   # attribute docstring follows its constant
            out[last].append(text); continue
        target = next((where[n] for n in names if n in where), default)
        last = target
        for n in names: homes[n] = target
        out[target].append(text)
    tail = "".join(lines[segs[-1][3]:])
    for new, chunks in out.items():
        body = "".join(chunks)
        body = re.sub(r"\n# -{20,}[^\n]*\n", "\n", body)
        used = {n.id for n in ast.walk(ast.parse(body)) if isinstance(n, ast.Name)} | set(re.findall(r"\b\w+\b", " ".join(re.findall(r'"[^"\n]*"', body))))
        own = "".join(f"from corpusfmt.{h} import {n}\n" for n, h in sorted(homes.items()) if h != new and n in {x.id for x in ast.walk(ast.parse(body)) if isinstance(x, ast.Name)} )
        docs = DOCS.get(new)
        header = f'"""{docs}"""\n\n' if docs else (doc + "\n" if new == default else '"""TODO."""\n\n')
        npath = SRC / Path(*new.split(".")).with_suffix(".py")
        npath.parent.mkdir(parents=True, exist_ok=True)
        text = header + "".join(imports) + own + "\n" + body
        OLD[(old, new)] = (npath, text)
    for n, h in homes.items():
        name_home[(old, n)] = h
    return path

def main():
    to_write = []
    removed = []
    for old, parts in SPLITS.items():
        removed.append((old, do_split(old, parts), next(iter(parts))))
    ALL_OLD.update(MOVES); ALL_OLD.update(SPLITS)
    # 1. physical
    for old, new in MOVES.items():
        o = path_of(old); n = SRC / Path(*new.split(".")).with_suffix(".py")
        n.parent.mkdir(parents=True, exist_ok=True)
        PENDING.append((o, n))
    tmp = []
    for o, n in PENDING:
        t = o.with_name("_moving_" + o.name); git("mv", str(o), str(t)); tmp.append((t, n))
    for old, path, default in removed:
        n = SRC / Path(*default.split(".")).with_suffix(".py")
        t = path.with_name("_moving_" + path.name); git("mv", str(path), str(t)); tmp.append((t, n))
    for t, n in tmp:
        n.parent.mkdir(parents=True, exist_ok=True)
        git("mv", str(t), str(n))
    for (old, new), (npath, text) in OLD.items():
        npath.parent.mkdir(parents=True, exist_ok=True)
        npath.write_text(text)
    for pkg, doc in PACKAGES.items():
        init = SRC / Path(*pkg.split(".")) / "__init__.py"
        init.parent.mkdir(parents=True, exist_ok=True)
        if not init.exists():
            init.write_text(f'"""{doc}"""\n')
    for o, n in TEST_MOVES.items():
        dst = ROOT / n; dst.parent.mkdir(parents=True, exist_ok=True)
        git("mv", str(ROOT / o), str(dst))
    # 2. imports
    for top in ("src", "tests", "benchmarks"):
        for f in sorted((ROOT / top).rglob("*.py")):
            rewrite(f)
PENDING = []

def new_home(mod, name):
    """(module below corpusfmt, imported name) -> (new module, new name, is_module)"""
    full = f"{mod}.{name}" if mod else name
    if full in MOVES:
        pkg, _, last = MOVES[full].rpartition(".")
        return pkg, last, True
    if mod in MOVES:
        return MOVES[mod], name, False
    if (mod, name) in name_home:
        return name_home[(mod, name)], name, False
    if mod in SPLITS:
        return next(iter(SPLITS[mod])), name, False
    return mod, name, False

def rewrite(f):
    src = f.read_text()
    try: tree = ast.parse(src)
    except SyntaxError as e:
        print("syntax", f, e); return
    lines = src.splitlines(keepends=True)
    offs = [0]
    for l in lines: offs.append(offs[-1] + len(l.encode()))
    data = src.encode()
    edits = []
    renames = {}
    me = None
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and (node.module == "corpusfmt" or node.module.startswith("corpusfmt.")):
            mod = node.module[len("corpusfmt"):].lstrip(".")
            groups = {}
            changed = False
            for a in node.names:
                nm, nn, ism = new_home(mod, a.name)
                asname = a.asname
                if nm != mod or nn != a.name: changed = True
                if nn != a.name:
                    if asname is None: renames[a.name] = nn
                groups.setdefault(nm, []).append(nn + (f" as {asname}" if asname else ""))
            if mod in SPLITS and not changed:
                pass
            if changed:
                indent = " " * node.col_offset
                text = ("\n" + indent).join(f"from {'corpusfmt' + ('.' + m if m else '')} import {', '.join(ns)}" for m, ns in groups.items())
                s = offs[node.lineno - 1] + node.col_offset
                e = offs[node.end_lineno - 1] + node.end_col_offset
                edits.append((s, e, text))
        elif isinstance(node, ast.Import):
            for a in node.names:
                if a.name.startswith("corpusfmt."):
                    m = a.name[len("corpusfmt."):]
                    if m in MOVES or m in SPLITS: print("plain import", f, a.name)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and ("corpusfmt." in node.value or "from corpusfmt import" in node.value) and len(node.value) < 1200:
            def sub(m):
                rest = m[1]
                for old in sorted(ALL_OLD, key=len, reverse=True):
                    if rest == old or rest.startswith(old + "."):
                        tail = rest[len(old):].lstrip(".")
                        first = tail.split(".")[0]
                        if old in MOVES: new = MOVES[old]
                        else: new = name_home.get((old, first), next(iter(SPLITS[old])))
                        return "corpusfmt." + new + ("." + tail if tail else "")
                return m[0]
            s = offs[node.lineno - 1] + node.col_offset
            e = offs[node.end_lineno - 1] + node.end_col_offset
            seg = data[s:e].decode()
            if any(x in seg for x in (".toml", ".sarif")) and "from corpusfmt" not in seg: continue
            def frm(m):
                mod = (m[1] or "").lstrip("."); names = [x.strip() for x in m[2].split(",")]
                out = []
                for x in names:
                    nm, nn, _ = new_home(mod, x); out.append((nm, nn if nn == x or not x.isidentifier() else f"{nn} as {x}"))
                if len({o[0] for o in out}) == 1:
                    return f"from corpusfmt.{out[0][0]} import " + ", ".join(o[1] for o in out) if out[0][0] else m[0]
                return "; ".join(f"from corpusfmt.{a} import {b}" for a, b in out)
            seg0 = seg
            parts = re.split(r"(from corpusfmt(?:\.[a-z_.]+)? import [A-Za-z_]+(?:, [A-Za-z_]+)*)", seg)
            new = ""
            for part in parts:
                m = re.fullmatch(r"from corpusfmt(\.[a-z_.]+)? import ([A-Za-z_]+(?:, [A-Za-z_]+)*)", part)
                new += frm(m) if m else re.sub(r"corpusfmt\.([a-z_0-9.]+)", sub, part)
            if new != seg: edits.append((s, e, new))
    if renames:
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id in renames:
                s = offs[node.lineno - 1] + node.col_offset
                edits.append((s, s + len(node.id.encode()), renames[node.id]))
    # dedupe, apply from the end
    seen = set(); final = []
    for s, e, t in sorted(set(edits), key=lambda x: (x[0], -x[1])):
        if final and s < final[-1][1]:
            continue
        final.append((s, e, t))
    for s, e, t in reversed(final):
        data = data[:s] + t.encode() + data[e:]
    if data != src.encode():
        f.write_bytes(data)

main()
