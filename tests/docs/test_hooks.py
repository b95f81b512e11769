"""The hooks work under the real pre-commit, which installs a clone of this checkout.

What corpusfmt depends on is not installed again, but found in a folder: no network is needed.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.built_once import built_once
from tests.checkout import ROOT, copy_checkout
from tests.docs.distributions import build_backend, dependencies_of_corpusfmt

CLEAN = ROOT / "corpus" / "en-market-close-brief.txt"


class Run(NamedTuple):
    """How a run of pre-commit ended, and what it printed."""

    code: int
    output: str


RunHook = Callable[[str, dict[str, bytes]], Run]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the variables to run git and pre-commit with: nobody's settings, and a cache of our
    own.
    """
    cache = built_once(tmp_path_factory, "pre-commit", lambda _: None)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PIP_", "PRE_COMMIT", "PYTHON"))
    }
    who = {
        f"GIT_{role}_{part}": "test@press.example"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    settings = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_COLOR": "never",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_BUILD_ISOLATION": "0",  # the value of what the option turns off
        "PIP_NO_COMPILE": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PYTHONPATH": str(dependencies_of_corpusfmt(tmp_path_factory)),
    }
    return kept | who | settings | {"PRE_COMMIT_HOME": str(cache)}


@pytest.fixture(scope="module")
def config(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a configuration whose hooks are installed."""
    backend = build_backend(tmp_path_factory)
    installing = environment | {"PYTHONPATH": str(backend)}
    folder = built_once(tmp_path_factory, "hooks", lambda folder: install(folder, installing))
    return (folder / "config.yaml").read_text("utf-8")


def install(folder: Path, environment: dict[str, str]) -> None:
    """Clone the checkout, install its hooks, and write a configuration with them."""
    clone, scratch = folder / "clone", folder / "installing"
    scratch.mkdir()
    copy_checkout(clone, without="tests")
    git(clone, environment, "init", "--quiet")
    git(clone, environment, "add", "--all")
    git(clone, environment, "commit", "--quiet", "--message", "The working tree")
    revision = git(clone, environment, "rev-parse", "HEAD").strip()
    text = f"""
repos:
  - repo: {clone}
    rev: {revision}
    hooks:
      - id: corpusfmt-check
      - id: corpusfmt-fmt
      - id: corpusfmt-check
        alias: check-news
        files: ^articles/
      - id: corpusfmt-fmt
        alias: fmt-news
        files: ^articles/
      - id: corpusfmt-corpus
      - id: corpusfmt-corpus
        alias: news-corpus
        files: ^articles/
        args: [articles/]
"""
    git(scratch, environment, "init", "--quiet")
    (scratch / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    installing = pre_commit(scratch, environment, "install-hooks")
    assert installing.code == 0, installing.output
    (folder / "config.yaml").write_text(text, "utf-8")


@pytest.fixture
def run_hook(tmp_path: Path, environment: dict[str, str], config: str) -> RunHook:
    """Return what runs a hook on files of a repository, which lies in ``tmp_path``."""
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(tmp_path, environment, "init", "--quiet")

    def run(hook: str, files: dict[str, bytes]) -> Run:
        for name, data in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(data)
        git(tmp_path, environment, "add", "--all")
        return pre_commit(tmp_path, environment, "run", hook, "--all-files")

    return run


def git(folder: Path, environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        ("git", *words),
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pre_commit(folder: Path, environment: dict[str, str], *words: str) -> Run:
    done = subprocess.run(
        (sys.executable, "-m", "pre_commit", *words),
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, done.stdout)


@pytest.mark.parametrize("hook", ["corpusfmt-check", "corpusfmt-fmt"])
def test_a_clean_article_passes(run_hook: RunHook, hook: str) -> None:
    run = run_hook(hook, {"article.txt": CLEAN.read_bytes()})
    assert run.code == 0, run.output
    assert "Passed" in run.output


def test_check_prints_what_is_wrong_with_an_article(run_hook: RunHook) -> None:
    run = run_hook(
        "corpusfmt-check",
        {"article.txt": CLEAN.read_bytes() + b"\n\n", "other.txt": CLEAN.read_bytes()},
    )
    assert run.code == 1, run.output
    assert "Failed" in run.output
    assert "exit code: 1" in run.output
    assert "article.txt:" in run.output
    assert "other.txt:" not in run.output


def test_fmt_writes_an_article_as_it_should_be(run_hook: RunHook, tmp_path: Path) -> None:
    run = run_hook("corpusfmt-fmt", {"article.txt": b"\n\n" + CLEAN.read_bytes()})
    assert run.code == 1, run.output
    assert "files were modified by this hook" in run.output
    assert (tmp_path / "article.txt").read_bytes() == CLEAN.read_bytes()


@pytest.mark.parametrize("hook", ["corpusfmt-check", "corpusfmt-fmt"])
def test_only_text_and_markdown_are_articles_unless_the_user_says_so(
    run_hook: RunHook, hook: str
) -> None:
    faulty = CLEAN.read_bytes() + b"\n\n"
    assert "Skipped" in run_hook(hook, {"article.py": faulty, "txt": faulty}).output
    assert "Failed" in run_hook(hook, {"article.md": faulty}).output


@pytest.mark.parametrize("hook", ["check-news", "fmt-news"])
def test_articles_that_hold_a_nul_are_not_skipped(
    run_hook: RunHook, tmp_path: Path, hook: str
) -> None:
    # To pre-commit a name it does not know is that of a text only if there is no NUL.
    data = CLEAN.read_bytes().replace(b"Norland", b"Nor\0land")
    names = ("articles/1.txt", "articles/2.news", "articles/3")
    run = run_hook(hook, dict.fromkeys(names, data))
    assert run.code == 1, run.output
    assert "Failed" in run.output
    for name in names:
        assert f"{name}:1:6" in run.output
        assert (tmp_path / name).read_bytes() == data


def article(about: str) -> bytes:
    sentence = f"The {about} was open again on Friday, for the first time since 1984."
    return f"# News of the {about}\n\n\n\n{sentence}\n".encode()


ARTICLES = {f"articles/{about}.txt": article(about) for about in ("bridge", "ferry", "lighthouse")}
CORPUS_HOOKS = pytest.mark.parametrize("hook", ["corpusfmt-corpus", "news-corpus"])


def test_a_corpus_without_a_duplicate_passes(run_hook: RunHook) -> None:
    run = run_hook("corpusfmt-corpus", ARTICLES)
    assert run.code == 0, run.output
    assert "Passed" in run.output


@CORPUS_HOOKS
def test_a_duplicate_is_found_across_the_files_of_a_corpus(run_hook: RunHook, hook: str) -> None:
    copied = ARTICLES["articles/bridge.txt"].replace(b"News", b"Word")
    run = run_hook(hook, ARTICLES | {"articles/lighthouse.txt": copied})
    assert run.code == 1, run.output
    assert "Failed" in run.output
    assert "[duplicate-body]" in run.output
    assert {name for name in ARTICLES if name in run.output} == {
        "articles/bridge.txt",
        "articles/lighthouse.txt",
    }


def test_a_duplicate_is_found_where_only_one_of_the_two_is_committed(
    run_hook: RunHook, tmp_path: Path, environment: dict[str, str]
) -> None:
    run_hook("news-corpus", ARTICLES)
    git(tmp_path, environment, "commit", "--quiet", "--message", "Three articles")
    (tmp_path / "articles" / "copy.txt").write_bytes(ARTICLES["articles/ferry.txt"])
    git(tmp_path, environment, "add", "--all")
    run = pre_commit(tmp_path, environment, "run", "news-corpus")
    assert run.code == 1, run.output
    assert "articles/ferry.txt" in run.output
    assert pre_commit(tmp_path, environment, "run", "check-news").code == 0


def test_the_corpus_is_what_the_arguments_name(run_hook: RunHook) -> None:
    files = ARTICLES | {"drafts/bridge.txt": ARTICLES["articles/bridge.txt"]}
    assert run_hook("corpusfmt-corpus", files).code == 1
    run = run_hook("news-corpus", files)
    assert run.code == 0, run.output


def test_articles_that_hold_a_nul_count_in_the_corpus(run_hook: RunHook) -> None:
    data = ARTICLES["articles/ferry.txt"].replace(b"open", b"op\0en")
    files = {"articles/one.txt": data, "articles/two.txt": data.replace(b"News", b"Word")}
    run = run_hook("news-corpus", files)
    assert run.code == 1, run.output
    assert "[duplicate-body]" in run.output


def test_a_commit_of_nothing_but_a_nul_makes_the_corpus_hook_run(run_hook: RunHook) -> None:
    # Its name is of no kind that pre-commit knows, so it is binary to it; a hook for texts would be
    # skipped.
    run = run_hook(
        "news-corpus", {"articles/one": ARTICLES["articles/ferry.txt"].replace(b"open", b"op\0en")}
    )
    assert "Skipped" not in run.output
    assert "no files to read: 1 not matched by include" in run.output
