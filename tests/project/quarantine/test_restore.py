"""Files come back from a quarantine to where they were, and what is in the way stays."""

from pathlib import Path

import pytest

from corpusfmt.model.diagnostic import Report
from corpusfmt.project.quarantine.folder import QuarantineError, open_quarantine
from corpusfmt.project.quarantine.restore import Restore

NAMES = ["in/a.txt", "in/deep/b.txt", "c.txt"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a quarantine of three articles, which is the current one."""
    path = tmp_path / "project"
    (path / "in/deep").mkdir(parents=True)
    monkeypatch.chdir(path)
    quarantine = open_quarantine("aside", ".", ["in", "c.txt"], NAMES)
    for name in NAMES:
        Path(name).write_text(name)
        quarantine.take(Report(name))
    return path


def run(restore: Restore, *paths: str, force: bool = False) -> dict[str, str | None]:
    return {result.path: result.reason for result in restore.run(paths, force=force)}


def test_everything_comes_back() -> None:
    restore = Restore("aside", ".")
    assert restore.paths() == sorted(NAMES)
    assert run(restore, *NAMES) == dict.fromkeys(NAMES)
    assert [Path(name).read_text() for name in NAMES] == NAMES
    assert not Path("aside").exists()


@pytest.mark.parametrize(
    ("named", "selected"),
    [
        ("in", NAMES[:2]),
        ("aside/in", NAMES[:2]),
        ("in/a.txt", NAMES[:1]),
        ("aside/c.txt", NAMES[2:]),
        ("aside", sorted(NAMES)),
        (".", sorted(NAMES)),
        ("d.txt", []),
    ],
)
def test_files_are_selected_by_both_of_their_places(named: str, selected: list[str]) -> None:
    assert Restore("aside", ".").select(named) == selected


def test_a_file_in_the_way_stays() -> None:
    Path("c.txt").write_text("new")
    [reason] = run(Restore("aside", "."), "c.txt").values()
    assert reason is not None
    assert Path("c.txt").read_text() == "new"
    assert "c.txt" in Restore("aside", ".").paths()


def test_a_file_that_was_changed_needs_force() -> None:
    Path("aside/c.txt").write_text("changed")
    [reason] = run(Restore("aside", "."), "c.txt").values()
    assert reason is not None
    assert run(Restore("aside", "."), "c.txt", force=True) == {"c.txt": None}
    assert Path("c.txt").read_text() == "changed"


def test_files_without_a_row_are_counted() -> None:
    Path("aside/in/new.txt").write_text("")
    assert Restore("aside", ".").unlisted() == 1


@pytest.mark.parametrize(
    ("place", "message"), [("in", "is not a quarantine"), ("gone", "does not exist")]
)
def test_other_folders_are_refused(place: str, message: str) -> None:
    with pytest.raises(QuarantineError, match=message):
        Restore(place, ".")


def test_a_quarantine_of_another_project_is_refused() -> None:
    with pytest.raises(QuarantineError, match="is outside of"):
        Restore("aside", "in")
