"""Reports, documents and the baseline go to pipes, devices and open descriptors as well as to
files.
"""

import json
import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from corpusfmt.report.formats import FORMATS
from tests.command_line import CLEAN, ENVIRONMENT, LOOSE, PROGRAM, run, run_forked, write

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes of a POSIX system"),
    pytest.mark.program,
]

OUTPUTS = {
    "report": ("check", "a.txt", "--report", "json={}"),
    "convert": ("convert", "a.txt", "--to", "jsonl", "-o", "{}"),
    "convert to one": ("convert", "a.txt", "--to", "json", "-o", "{}"),
    "baseline": ("baseline", "a.txt", "-o", "{}"),
}
KEYS = {
    "report": "tool",
    "convert": "corpusfmt",
    "convert to one": "corpusfmt",
    "baseline": "corpusfmt-baseline",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder, which is the current one, with an article."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, {"a.txt": LOOSE})


def words(kind: str, target: str) -> list[str]:
    return [word.format(target) for word in OUTPUTS[kind]]


def read_json(text: str) -> dict[str, object]:
    """Return the first JSON value of a text."""
    value, _ = json.JSONDecoder().raw_decode(text)
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("kind", OUTPUTS)
def test_a_named_pipe_is_written_through(folder: Path, kind: str) -> None:
    os.mkfifo(folder / "pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((folder / "pipe").read_text()))
    reader.start()
    ended = run_forked(*words(kind, "pipe"))
    reader.join(timeout=60)
    assert ended.code in (0, 1), ended.err
    assert KEYS[kind] in read_json(read[0])
    assert (folder / "pipe").is_fifo()


@pytest.mark.parametrize("kind", OUTPUTS)
@pytest.mark.parametrize(
    ("name", "stream"), [("/dev/stdout", "out"), ("/dev/stderr", "err"), ("/dev/fd/1", "out")]
)
def test_an_open_descriptor_is_written_through(kind: str, name: str, stream: str) -> None:
    ended = run_forked(*words(kind, name))
    assert ended.code in (0, 1), ended.err
    text = getattr(ended, stream)
    assert KEYS[kind] in read_json(text[text.index("{") :])


@pytest.mark.parametrize("kind", OUTPUTS)
def test_a_file_behind_a_descriptor_is_appended_to(folder: Path, kind: str) -> None:
    with (folder / "out").open("w") as file:
        file.write("before\n")
        file.flush()
        subprocess.run(
            (*PROGRAM, *words(kind, "/dev/stdout")), env=ENVIRONMENT, stdout=file, check=False
        )
        file.write("after\n")
    text = (folder / "out").read_text()
    assert text.startswith("before\n")
    assert KEYS[kind] in read_json(text.removeprefix("before\n"))


@pytest.mark.parametrize("kind", OUTPUTS)
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_the_shell_can_put_a_command_there(folder: Path, kind: str) -> None:
    command = " ".join((*PROGRAM, *words(kind, ">(cat > out)"))) + "; wait $!"
    subprocess.run(("bash", "-c", command), env=ENVIRONMENT, capture_output=True, check=False)
    for _ in range(100):
        if (folder / "out").exists() and (folder / "out").read_text():
            break
        threading.Event().wait(0.05)
    assert KEYS[kind] in read_json((folder / "out").read_text())


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_the_same_in_a_pipe_and_in_a_file(folder: Path, name: str) -> None:
    run("check", "a.txt", "--report", f"{name}=out")
    ended = run_forked("check", "a.txt", "--report", f"{name}=/dev/stdout")
    assert ended.out == (folder / "out").read_text()


def test_several_documents_go_to_one_pipe(folder: Path) -> None:
    write(folder, {"in/b.txt": CLEAN, "in/c.txt": CLEAN})
    one = run("convert", "in", "--to", "json")
    other = run("convert", "in", "--to", "json", "-o", "/dev/stdout")
    assert (one.code, one.out) == (other.code, other.out)


@pytest.mark.parametrize("kind", ["report", "convert", "convert to one"])
def test_a_link_to_a_file_is_refused_as_before(folder: Path, kind: str) -> None:
    (folder / "real").write_text("")
    (folder / "link").symlink_to("real")
    ended = run(*words(kind, "link"))
    assert ended.code == 2
    assert "is a symbolic link" in ended.err
    assert (folder / "real").read_text() == ""
