"""What a cache knows of files, and what it forgets."""

import os
import pickle
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpusfmt.model.file_result import CacheRecord
from corpusfmt.project.cache.cache import Cache, mark_of, query_for_results
from corpusfmt.project.cache.database import CacheError

CLEAN = CacheRecord(b"stamp", b"digest", b"", b"facts")
FOUND = CacheRecord(b"other stamp", b"other digest", b"found", b"")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder with two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).touch()
    return folder


def opened(articles: Path, key: bytes = b"key") -> Cache:
    return Cache(str(articles.parent / "caches"), str(articles), key)


@pytest.fixture
def cache(articles: Path) -> Iterator[Cache]:
    """Return a cache that knows both articles."""
    cache = opened(articles)
    cache.put(str(articles / "a.txt"), CLEAN)
    cache.put(str(articles / "b.txt"), FOUND)
    cache.flush()
    yield cache
    cache.close()


def test_what_is_put_is_known(cache: Cache, articles: Path) -> None:
    known = cache.known(str(articles))
    one, two = (cache.content_of(str(articles / name)) for name in ("a.txt", "b.txt"))
    assert known == {
        "a.txt": ("a.txt", mark_of(b"stamp", one, 1), one, 1),
        "b.txt": ("b.txt", mark_of(b"other stamp", two, 0), two, 0),
    }
    assert cache.known_of(str(articles), ["b.txt", "c.txt"]) == {"b.txt": known["b.txt"]}
    assert cache.found([one, two, 12345]) == {one: b"", two: b"found"}
    assert (cache.facts(one), cache.facts(two)) == (b"facts", b"")
    assert cache.found([]) == {}


def test_results_are_looked_up_by_number(cache: Cache) -> None:
    for number in (1, 128):
        query = f"EXPLAIN QUERY PLAN {query_for_results(number)}"
        with sqlite3.connect(cache.path) as connection:
            [[*_, plan]] = connection.execute(query, [*range(number), cache.variant]).fetchall()
        connection.close()
        assert plan == "SEARCH contents USING INTEGER PRIMARY KEY (rowid=?)"


def test_a_later_run_knows_it_and_another_variant_does_not(cache: Cache, articles: Path) -> None:
    cache.close()
    again, other = opened(articles), opened(articles, b"other settings")
    assert len(again.known(str(articles))) == 2
    assert other.known(str(articles)) == {}
    assert other.reader.find(b"digest") is None
    again.close()
    other.close()


def test_a_content_is_found_by_its_digest_in_another_process(cache: Cache) -> None:
    reader = pickle.loads(pickle.dumps(cache.reader))
    stored = reader.find(b"other digest")
    assert stored is not None
    assert (stored.found, stored.facts) == (b"found", b"")
    assert reader.find(b"unknown") is None
    reader.close()


def test_a_name_that_is_not_unicode_is_not_kept(cache: Cache, articles: Path) -> None:
    path = str(articles / "\udcff.txt")
    cache.put(path, CLEAN)
    cache.flush()
    assert cache.content_of(path) == 0
    assert cache.known_of(str(articles), ["\udcff.txt"]) == {}
    assert cache.known(str(articles / "\udcff")) == {}
    assert cache.problem is None


def test_files_that_are_gone_are_forgotten(cache: Cache, articles: Path) -> None:
    cache.forget(str(articles), ["a.txt"])
    assert cache.known(str(articles)).keys() == {"b.txt"}


def rows(cache: Cache, table: str) -> int:
    connection = sqlite3.connect(cache.path)
    [[number]] = connection.execute(f"SELECT count(*) FROM {table}")
    connection.close()
    return int(number)


def test_folders_that_are_gone_are_forgotten_by_a_run_that_writes(
    cache: Cache, articles: Path
) -> None:
    articles.rename(articles.parent / "moved")
    cache.close()
    assert rows(cache, "folders") == rows(cache, "files") == 0


def test_spare_contents_are_bounded(cache: Cache, articles: Path) -> None:
    path = str(articles / "a.txt")
    for number in range(1500):
        cache.put(path, CacheRecord(b"stamp", b"digest %d" % number, b"", b""))
    cache.close()
    assert rows(cache, "contents") == 2
    assert rows(cache, "files") == 2


def test_settings_that_are_not_used_are_forgotten(cache: Cache, articles: Path) -> None:
    cache.close()
    connection = sqlite3.connect(cache.path)
    connection.execute("UPDATE variants SET used = ?", (int(time.time()) - 31 * 86400,))
    connection.commit()
    connection.close()
    other = opened(articles, b"other settings")
    other.put(str(articles / "a.txt"), CLEAN)
    other.close()
    assert rows(cache, "variants") == rows(cache, "files") == rows(cache, "contents") == 1


def test_settings_that_are_used_again_are_kept(cache: Cache, articles: Path) -> None:
    cache.close()
    connection = sqlite3.connect(cache.path)
    connection.execute("UPDATE variants SET used = used - 40 * 86400")
    connection.commit()
    connection.close()
    again = opened(articles)
    again.put(str(articles / "a.txt"), CLEAN)
    again.close()
    assert rows(cache, "files") == 2


def test_the_number_of_variants_is_bounded(cache: Cache, articles: Path) -> None:
    for number in range(20):
        other = opened(articles, b"settings %d" % number)
        other.put(str(articles / "a.txt"), CLEAN)
        other.close()
    assert rows(cache, "variants") == rows(cache, "files") == 16


def test_findings_of_few_sets_of_files_are_kept(cache: Cache) -> None:
    for number in range(20):
        cache.put_corpus(b"%d" % number, b"found %d" % number)
    assert cache.corpus(b"19") == b"found 19"
    assert cache.corpus(b"3") is None
    cache.put_corpus(b"19", b"others")
    assert cache.corpus(b"19") == b"others"


def test_a_number_is_never_given_to_another_content(cache: Cache, articles: Path) -> None:
    path = str(articles / "b.txt")
    last = cache.content_of(path)
    cache._connection.execute("DELETE FROM contents WHERE id = ?", (last,))
    cache.put(path, CacheRecord(b"stamp", b"new", b"", b""))
    cache.flush()
    assert cache.content_of(path) > last


def test_a_full_disk_ends_the_use_of_the_cache(cache: Cache, articles: Path) -> None:
    cache._connection.execute("PRAGMA max_page_count = 16")
    for number in range(600):
        cache.put(str(articles / "a.txt"), CacheRecord(b"", b"%d" % number, b"x" * 500, b""))
    assert cache.problem == "database or disk is full"
    assert cache.known(str(articles)) == {}
    assert os.path.exists(cache.path)


def _damage(path: str, start: int) -> None:
    size = os.path.getsize(path)
    with open(path, "r+b") as file:
        file.seek(start)
        file.write(b"\xff" * (size - start))


def test_damage_that_is_found_at_the_start_removes_the_file(cache: Cache, articles: Path) -> None:
    cache.close()
    _damage(cache.path, 4096)
    with pytest.raises(CacheError):
        opened(articles)
    assert not os.path.exists(cache.path)


def test_damage_that_is_found_later_removes_the_file(cache: Cache, articles: Path) -> None:
    path = str(articles / "a.txt")
    for number in range(400):
        cache.put(path, CacheRecord(b"", b"%d" % number, b"x" * 500, b""))
    cache.close()
    _damage(cache.path, os.path.getsize(cache.path) // 2)
    again = opened(articles)
    for number in range(500):
        again.found([number])
    assert again.problem is not None
    again.close()
    assert not os.path.exists(cache.path)
