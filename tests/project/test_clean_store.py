"""The database of a cleaning: what is there after a kill, and what is refused."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpusfmt.files.read import WriteError
from corpusfmt.project import clean_store
from corpusfmt.project.clean_store import CleanStore, key_of
from corpusfmt.project.cleaned_article import FAILED, OUT, CleanedArticle, Head, pack, unpack
from corpusfmt.project.shard_record import RunIdentity

IDENTITY = RunIdentity("release", "settings", "input")


def article(name: str, outcome: str = OUT) -> CleanedArticle:
    source = {"path": name, "sha256": "0"}
    head = Head(name, "", name, f"{name}.txt", source, fixes={"layout": 1})  # type: ignore[arg-type]
    facts = {"duplicate-body": b"\x01\xff", "near-duplicate": ("a", 1)}
    return CleanedArticle(
        head, outcome, text=pack(name.encode("utf-8", "replace")), facts=facts, host="a.example"
    )


@contextmanager
def opened(root: Path | None, seconds: float = 60) -> Iterator[CleanStore]:
    store = CleanStore(None if root is None else str(root), seconds)
    try:
        yield store
    finally:
        store.close()


@pytest.mark.parametrize("is_temporary", [True, False])
def test_articles_come_back_in_order(tmp_path: Path, is_temporary: bool) -> None:
    with opened(None if is_temporary else tmp_path) as store:
        store.begin(IDENTITY)
        store.add([article("b"), article("x", FAILED)])
        store.add([article("a \udcff")])
        assert store.texts == 2
        assert [one.head.origin for one in store.articles()] == ["b", "x", "a \udcff"]
        assert next(store.articles()).head == article("b").head
        facts = list(store.facts())
        assert [one.path for one in facts] == [key_of(1), key_of(3)]
        assert facts[0].facts == article("b").facts
        assert store.text(key_of(1)) == b"b"
        assert store.head(key_of(3)).origin == "a \udcff"


def test_what_was_committed_is_there_after_a_kill(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        assert store.identity is None
        store.begin(IDENTITY)
        store.add([article("a")])
        store.commit()
        store.add([article("b")])
    with opened(tmp_path) as store:
        assert (store.identity, store.texts, store.stage) == (IDENTITY, 1, "")
        assert [one.head.origin for one in store.articles()] == ["a"]
        store.enter("read")
    with opened(tmp_path) as store:
        assert store.stage == "read"


def test_a_transaction_ends_after_some_time(tmp_path: Path) -> None:
    with opened(tmp_path, seconds=-1) as store:
        store.add([article("a")])
    with opened(tmp_path) as store:
        assert store.texts == 1


def test_the_outcome_of_an_article_can_be_set(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.add([article("a"), article("b")])
        store.judge(key_of(2), "set-aside", "duplicate-body", "as a \udcff")
        assert [(one.outcome, one.message) for one in store.articles()] == [
            (OUT, ""),
            ("set-aside", "as a \udcff"),
        ]
        assert [one.path for one in store.facts()] == [key_of(1)]


def test_a_name_is_taken_once_whatever_its_case_or_form(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        assert store.add_file("Caf\u00e9.txt")
        assert not store.add_file("cafe\u0301.TXT")
        store.set_digest("caf\u00e9.txt", "1f")
        assert list(store.files()) == [("Caf\u00e9.txt", "1f")]
        store.begin_files()
        assert list(store.files()) == []


def test_a_complete_run_keeps_its_files_only(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.begin(IDENTITY)
        store.add([article(str(number)) for number in range(2000)])
        store.add_file("a.txt", "1f")
        store.commit()
        size = (tmp_path / ".corpusfmt" / clean_store.NAME).stat().st_size
        store.complete()
    assert (tmp_path / ".corpusfmt" / clean_store.NAME).stat().st_size < size / 4
    with opened(tmp_path) as store:
        assert store.stage == "complete"
        assert list(store.articles()) == []
        assert list(store.files()) == [("a.txt", "1f")]


def test_what_is_packed_comes_back() -> None:
    assert unpack(pack(b"text" * 100)) == b"text" * 100
    assert len(pack(b"text" * 100)) < 100


@pytest.mark.parametrize("content", [b"no database", b"x" * 5000])
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ".corpusfmt").mkdir()
    (tmp_path / ".corpusfmt" / clean_store.NAME).write_bytes(content)
    with pytest.raises(WriteError, match="not a database"):
        CleanStore(str(tmp_path))


def test_another_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".corpusfmt").mkdir()
    connection = sqlite3.connect(tmp_path / ".corpusfmt" / clean_store.NAME)
    connection.execute("CREATE TABLE other (name)")
    connection.close()
    with pytest.raises(WriteError, match="is not a file of this version of “corpusfmt clean”"):
        CleanStore(str(tmp_path))


@pytest.mark.parametrize("name", [".corpusfmt", f".corpusfmt/{clean_store.NAME}"])
def test_a_link_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "other").mkdir()
    link = tmp_path / "root" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "other")
    with pytest.raises(WriteError, match="is a symbolic link"):
        CleanStore(str(tmp_path / "root"))
