"""Temporary databases."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from corpusfmt.files.temporary_database import open_temporary


def test_another_thread_may_close_a_database_as_the_garbage_collector_does() -> None:
    connection = open_temporary()
    with ThreadPoolExecutor(1) as threads:
        threads.submit(connection.close).result()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_rows_of_attached_databases_are_apart() -> None:
    connection = open_temporary("staging")
    for schema in ("main", "staging"):
        connection.execute(f"CREATE TABLE {schema}.rows (name)")
        connection.execute(f"INSERT INTO {schema}.rows VALUES (?)", (schema,))
    assert connection.execute("SELECT name FROM staging.rows").fetchall() == [("staging",)]
    assert connection.execute("SELECT name FROM main.rows").fetchall() == [("main",)]
