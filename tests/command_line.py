"""Running the command line: in this process, which is quick, or as a program of its own, with real
streams.
"""

import codecs
import importlib
import io
import json
import os
import pkgutil
import subprocess
import sys
import traceback
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

import corpusfmt
from corpusfmt.cli.main import main
from corpusfmt.cli.pace import PACE, Pace
from tests.checkout import ROOT

PROGRAM = (sys.executable, "-m", "corpusfmt")
CORPUS = ROOT / "corpus"
ARTICLES = sorted(CORPUS.glob("*.txt"))
NOBODY = 65534
"""The number of a user who owns nothing."""
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("PYTHON", "LC_", "LANG"))
}

CLEAN = "# Ferry\n\n\n\nText of the article.\n"
"""A canonical article."""
LOOSE = "# Ferry\n\n\n\n\n\n\nText  \nof the article.\n\n\n"
"""The same kind of article, not canonical."""
WESTERN = "# Café\n\n\n\nText.\n".encode("windows-1252")
"""An article that is not UTF-8."""


class Ended(NamedTuple):
    """How a run ended: its exit code, and what it printed."""

    code: int
    out: str
    err: str


def run(*words: str | Path, stdin: bytes = b"", pace: Pace = PACE) -> Ended:
    """Run a command in this process."""
    with _streams(stdin) as (out, err):
        code = main([str(word) for word in words], pace)
    return Ended(code, _printed(out), _printed(err))


def run_program(
    *words: str | Path, stdin: bytes = b"", variables: dict[str, str] | None = None, **more: Any
) -> Ended:
    """Run a command as a program of its own."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    done = subprocess.run(
        (*PROGRAM, *map(str, words)),
        input=stdin,
        env=ENVIRONMENT | (variables or {}),
        timeout=60,
        **streams,
        check=False,
    )
    out, err = ((data or b"").decode(errors="replace") for data in (done.stdout, done.stderr))
    return Ended(done.returncode, out, err)


def run_forked(*words: str | Path) -> Ended:
    """Run a command in a copy of this process, whose standard output and error are pipes.

    It starts sooner than a program, and ends without what Python does at its end.
    """
    run("check", "-", stdin=CLEAN.encode())  # imports what the copy then has
    out, writing_out = os.pipe()
    err, writing_err = os.pipe()
    child = _fork()
    if child == 0:
        _run_and_exit([str(word) for word in words], writing_out, writing_err)
    os.close(writing_out)
    os.close(writing_err)
    printed: list[str] = []
    for descriptor in (out, err):
        with os.fdopen(descriptor, encoding="utf-8", errors="replace") as stream:
            printed.append(stream.read())
    status = os.waitpid(child, 0)[1]
    return Ended(os.waitstatus_to_exitcode(status), *printed)


def _fork() -> int:
    """Fork this process; the other threads, which the copy does not have, hold nothing it needs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _run_and_exit(words: list[str], out: int, err: int) -> NoReturn:
    """Run a command with its output in two descriptors, and end this process."""
    code = -1
    try:
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.closerange(3, max(out, err) + 1)
        sys.stdin = io.StringIO()
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        try:
            code = main(words)
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def run_unprivileged(*words: str | Path) -> Ended:
    """Run a command in a process of its own, as a user who owns nothing if this is the superuser.

    It is forked, since such a user may not be allowed to read this Python, and has imported what it
    needs before.
    """
    for module in pkgutil.walk_packages(corpusfmt.__path__, "corpusfmt."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    run("check", "--fix", "-", stdin=LOOSE.encode())
    for encoding in ("ascii", "latin-1", "utf-8"):
        codecs.lookup(encoding)
    reading, writing = os.pipe()
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        open_to_all(Path.cwd().parent)  # again: another run of pytest may have closed it
    child = _fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            ended = run(*words)
        except BaseException as error:
            ended = Ended(-1, "", repr(error))
        with os.fdopen(writing, "w") as file:
            json.dump(ended, file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as file:
        values = json.load(file)
    os.waitpid(child, 0)
    return Ended(*values)


def fail_to_open(monkeypatch: pytest.MonkeyPatch, name: str, error: BaseException) -> None:
    """Let the system fail where a file is opened whose path ends so."""
    whole = os.open

    def fail(path: str | bytes | os.PathLike[str], *more: Any, **others: Any) -> int:
        if os.fsdecode(path).endswith(name):
            raise error
        return whole(path, *more, **others)

    monkeypatch.setattr(os, "open", fail)


def open_to_all(folder: Path) -> None:
    """Let every user reach a folder, and look into it."""
    for above in (folder, *folder.parents):
        mode = above.stat().st_mode
        if mode & 0o055 != 0o055:
            above.chmod(mode | 0o055)


def write(folder: Path, files: Mapping[str, str] | Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, and return the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(folder: Path) -> dict[str, bytes]:
    """Return what the files below a folder hold, by their paths."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def read_articles(folder: Path) -> dict[str, bytes]:
    """Return what `read` does, without what corpusfmt itself keeps."""
    return {name: data for name, data in read(folder).items() if not name.startswith(".corpusfmt/")}


def document(**parts: Any) -> dict[str, Any]:
    """Return a document, with other parts."""
    block = {"type": "paragraph", "content": [{"type": "text", "text": "Text."}]}
    return {"corpusfmt": "1.0", "title": "Title", "body": [block], **parts}


def row(path: str | None = None, title: str = "Title") -> str:
    """Return a row of JSON Lines that says where it comes from."""
    return (
        json.dumps(
            document(title=title) if path is None else document(title=title, source={"path": path})
        )
        + "\n"
    )


@contextmanager
def _streams(stdin: bytes) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    before = sys.stdin, sys.stdout, sys.stderr
    given, out, err = (
        io.TextIOWrapper(io.BytesIO(data), "utf-8", newline="\n") for data in (stdin, b"", b"")
    )
    sys.stdin, sys.stdout, sys.stderr = given, out, err
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


def _printed(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()
