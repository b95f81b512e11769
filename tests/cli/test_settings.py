"""What the settings ask of a check: severities, options, parts by host, and how many articles must
have them.
"""

from pathlib import Path

import pytest

from tests.command_line import run, write

ARTICLE = (
    "# {title}\n\n{head}\n\n"
    "Words enough are said about {title}, so that nobody calls it short or cut.\n\n{end}"
)
END = "Original url:\n\n<https://{host}/{name}>\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def article(title: str, host: str, *, byline: bool = True) -> str:
    name = title.lower().replace(" ", "-")
    head = "By [Ana Lind](#)\n\n" if byline else ""
    return ARTICLE.format(title=title, head=head, end=END.format(host=host, name=name))


def articles(host: str, with_byline: int, without: int) -> dict[str, str]:
    many = with_byline + without
    words = (
        "Ferry",
        "Bakery",
        "School",
        "Lighthouse",
        "Harbour",
        "Quay",
        "Mill",
        "Museum",
        "Bridge",
        "Tower",
    )
    return {
        f"{host}/{number}.txt": article(
            f"The {words[number]} of {host}", host, byline=number < with_byline
        )
        for number in range(many)
    }


def test_a_host_has_requirements_of_its_own(folder: Path) -> None:
    write(folder, articles("a.example", 1, 1) | articles("sport.b.example", 1, 1))
    assert run("check", ".").code == 0
    write(folder, {"corpusfmt.toml": '[hosts."b.example"]\nrequire = ["byline"]\n'})
    ended = run("check", "--report", "concise", ".")
    assert ended.code == 1
    first, _ = ended.out.splitlines()
    assert first.startswith("sport.b.example/1.txt:1:1: error: the article has no byline")


def test_so_many_articles_of_a_host_must_have_a_part(folder: Path) -> None:
    write(folder, articles("a.example", 4, 6) | articles("b.example", 9, 1))
    shares = {"coverage": 60, 'hosts."a.example".coverage': 50, 'hosts."b.example".coverage': 90}
    settings = "".join(f"[{table}]\nbyline = {share}\n" for table, share in shares.items())
    write(folder, {"corpusfmt.toml": settings})
    ended = run("check", "--report", "concise", ".")
    assert ended.code == 1
    assert ended.out.splitlines()[0].startswith(
        "a.example/4.txt:1:1: error: 4 of 10 articles of a.example have a byline (40 %)"
        " (expected: a byline in 50 % of the articles) [coverage]"
    )
    assert run("check", "--ignore", "coverage", ".").code == 0


def test_severities_and_options_of_rules_are_for_the_user_to_say(folder: Path) -> None:
    write(folder, articles("a.example", 1, 0))
    rules = (
        '[rules.too-short]\nseverity = "error"\nwords = 100\n[rules.layout]\nseverity = "info"\n'
    )
    write(folder, {"corpusfmt.toml": f'extend-select = ["too-short"]\n{rules}'})
    ended = run("check", "--report", "concise", ".")
    assert ended.code == 1
    assert ": error: " in ended.out
    assert "[too-short]" in ended.out
    write(folder, {"corpusfmt.toml": f'extend-select = ["too-short"]\n{rules.replace("100", "3")}'})
    assert run("check", ".").code == 0


def test_rules_are_ignored_for_a_host_and_for_files(folder: Path) -> None:
    loose = {name: f"{text}\n\n\n" for name, text in articles("a.example", 1, 0).items()}
    other = {name: f"{text}\n\n\n" for name, text in articles("b.example", 1, 0).items()}
    write(folder, loose | other)
    write(folder, {"corpusfmt.toml": '[hosts."a.example"]\nignore = ["layout"]\n'})
    ended = run("check", "--report", "concise", ".")
    assert [line.split(":")[0] for line in ended.out.splitlines()[:-1]] == ["b.example/0.txt"]
    write(
        folder,
        {
            "corpusfmt.toml": '[hosts."a.example"]\nignore = ["layout"]\n'
            '[per-file-ignores]\n"b.*/" = ["level-2"]\n'
        },
    )
    assert run("check", ".").code == 0


def test_fixes_keep_to_the_settings(folder: Path) -> None:
    [(name, text)] = articles("a.example", 1, 0).items()
    write(
        folder,
        {name: f"{text}\n\n\n", "corpusfmt.toml": '[hosts."a.example"]\nignore = ["layout"]\n'},
    )
    run("check", "--fix", ".")
    assert (folder / name).read_text() == f"{text}\n\n\n"
