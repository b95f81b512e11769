"""Front matter in all the forms that programs write, read as the same article."""

import pytest

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.front_values import find_front, read_front
from corpusfmt.convert.guessing import guess_kind
from tests.convert.importers.reading import read_file

EXPECTED = {
    "title": "Ferry: the return",
    "byline": ["Ada Brook", "Jon Falk"],
    "date": "2024-03-05",
    "body": ["It sailed.", "It came back."],
}
BODY = "\nIt sailed.\n\nIt came back.\n"

FORMS = {
    "YAML": '---\ntitle: "Ferry: the return"\nauthor: [Ada Brook, Jon Falk]\n'
    "date: 2024-03-05 00:00:00\n---\n",
    "YAML with dots": "---\ntitle: >\n  Ferry:\n  the return\nauthors:\n- name: Ada Brook\n"
    "- Jon Falk\ndate: March 5, 2024\n...\n",
    "trafilatura": "---\ntitle: Ferry: the return\nauthor: Ada Brook; Jon Falk\n"
    "hostname: a.example\ndate: 2024-03-05\ntags: ['x']\n---\n",
    "trafilatura from 2.1 on": '---\ntitle: "Ferry: the return"\nauthor: Ada Brook; Jon Falk\n'
    "hostname: a.example\ndate: 2024-03-05\n---\n",
    "TOML": '+++\ntitle = "Ferry: the return"\nauthors = ["Ada Brook", "Jon Falk"]\n'
    "date = 2024-03-05\ndraft = false\n+++\n",
    "TOML of Zola": '+++\ntitle = "Ferry: the return"\ndate = 2024-03-05T00:00:00\n[extra]\n'
    'author = "Ada Brook; Jon Falk"\n+++\n',
    "YAML of Hugo": "---\ntitle: 'Ferry: the return'\ndate: 2024-03-05\nparams:\n"
    "  author: Ada Brook; Jon Falk\n---\n",
    "JSON": '{\n  "title": "Ferry: the return",\n  "author": ["Ada Brook", "Jon Falk"],\n'
    '  "date": "2024-03-05"\n}\n',
    "Pandoc": "% Ferry:\n  the return\n% Ada Brook; Jon Falk\n% March 5, 2024\n",
    "Pandoc with a line for each author": "% Ferry: the return\n% Ada Brook\n  Jon Falk\n"
    "% 2024-03-05\n",
    "Obsidian": '---\ntitle: "Ferry: the return"\nauthor:\n  - "[[Ada Brook]]"\n'
    '  - "[[People/Falk, Jon|Jon Falk]]"\npublished: 2024-03-05\n---\n',
}


@pytest.mark.parametrize("front", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte order mark"])
def test_every_form_is_read_as_the_same_article(front: str, ending: str, mark: str) -> None:
    data = (mark + (front + BODY).replace("\n", ending)).encode()
    assert read_file(data, "front-matter") == ([EXPECTED], [])
    assert guess_kind(data, "a.md") == "front-matter"


def test_a_title_of_trafilatura_keeps_all_of_its_words() -> None:
    for title in (
        "Ferry #3 sails",
        "“Yes” [video]",
        "'Yes' and 'No'",
        '"Yes", she said',
        "- x",
        "a:",
    ):
        text = f"---\ntitle: {title}\nhostname: a.example\n---\n{BODY}"
        [document], found = read_file(text, "front-matter")
        assert (document["title"], found) == (title, [])


def test_a_repeated_key_is_reported() -> None:
    text = f"---\ntitle: Ferry\nTitle: Another\n---\n{BODY}"
    [document], found = read_file(text, "front-matter")
    assert document["title"] == "Ferry"
    assert found == ["3: warning: “Title” is repeated, and only the first one read"]


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("---\ntitle: [x\n---\n", 3, "YAML"),
        ("---\n- title\n---\n", 2, "a key and a value on each line"),
        ('+++\ntitle = "x\n+++\n', 2, "TOML"),
        ('{\n"title": x\n}\nText.\n', 2, "JSON"),
    ],
)
def test_unreadable_front_matter_is_an_error(text: str, line: int, expected: str) -> None:
    front, article = find_front(text), ForeignArticle()
    assert front is not None
    assert read_front(front, article) == {}
    assert [problem.expected for problem in article.problems] == [expected]
    documents, [problem] = read_file(text + BODY, "front-matter")
    assert documents == []
    assert problem.startswith(f"{line}: error: ")


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\nText.\n",
        "---\ntitle: x\n\nText.\n",
        '{\n"title": "x"\n}\n',
        '{\n"title": "x"\n}\n{\n"title": "y"\n}\n',
        "% a\n\nText.\n",
        "100 % of it\n",
    ],
)
def test_other_texts_have_no_front_matter(text: str) -> None:
    assert find_front(text) is None


def test_the_url_can_be_the_source_of_a_clipping() -> None:
    text = f"---\ntitle: Ferry\nsource: https://a.example/x\nurl: /x/\n---\n{BODY}"
    assert read_file(text, "front-matter")[0][0]["url"] == "https://a.example/x"


def test_without_a_title_a_first_heading_is_the_title() -> None:
    data = f"---\ndate: 2024-03-05\n---\n\n# The *ferry*\n{BODY}".encode()
    [document], found = read_file(data, "front-matter")
    assert document["title"] == "The ferry"
    assert document["body"] == EXPECTED["body"]
    assert found == []
    assert guess_kind(data, "a.md") == "front-matter"
    text = f"---\ndate: 2024-03-05\n---\n## Part\n{BODY}"
    assert read_file(text, "front-matter") == ([], ["1: error: the article has no title"])
