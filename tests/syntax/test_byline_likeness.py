"""A line looks like a byline whether or not it is read as one."""

import pytest

from corpusfmt.syntax.byline_likeness import looks_like_byline
from corpusfmt.syntax.byline_words import (
    label_pattern,
    may_begin_with_helper,
    may_begin_with_label,
)
from corpusfmt.syntax.resources import word_list


@pytest.mark.parametrize(
    ("line", "looks"),
    [
        ("By Ada Brook", True),
        ("By Ada Brook 61, Tom Reed", True),
        ("By Ada Brook and others", True),
        ("By Ada Brook and Tom Reed. Editing by Ida Holm.", True),
        ("De notre correspondante à Merrow, Ada Brook", True),
        ("Tekst Ada Brook Foto Tom Reed", True),
        ("De notre correspondante.", False),
        ("Aus Merrow berichtet Ada Brook zur Nacht", True),
        ("Aus Merrow berichtet die Zeitung", False),
        ("By Ada Brook and (AP)", True),
        ("By Ada Brook ##", True),
        ("By the sea a light was burning", False),
        ("By Friday the water was gone.", False),
        ("By Your Trusted News Source Since 1904", True),
        ("By 2030 Norland Will Have No Ferries", False),
        ("By Land and Sea: How the Ferry Won", False),
        ("Ada Brook", False),
        ("By", False),
        ("정치부 기자", True),
        ("By Ada Brook " + "and so on " * 20, False),
        ("Ada Brook tarafından", True),
        ("Ada Brook által írta", True),
        ("राम कुमार द्वारा", True),
        ("tarafından", False),
        ("bakanlık tarafından", False),
        ("Bakanlık tarafından yapılan açıklama", False),
    ],
)
def test_what_looks_like_a_byline(line: str, looks: bool) -> None:
    assert looks_like_byline(line) == looks


@pytest.mark.parametrize(
    "line",
    [
        "Additional reporting by Tom Reed",
        "Photos by [Tom Reed](#)",
        "Ada Brook, Senior Reporter",
        "Anna Holm, toimittaja",
        "서울=김하늘 기자",
        "記者探訪春節市場",
    ],
)
def test_other_lines_that_look_like_a_byline(line: str) -> None:
    assert looks_like_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "With Tom Reed",
        "Ada Brook, mayor",
        "Ada Brook, editor, has died",
        "Ada Brook, Tom Reed",
        "기자입니다",
    ],
)
def test_other_lines_that_do_not(line: str) -> None:
    assert not looks_like_byline(line)


def test_each_label_and_each_phrase_of_a_helper_may_begin_a_line() -> None:
    for label in word_list("byline_labels"):
        for line in (
            f"{label} Ada",
            f" – {label.upper()}: Ada",
            f"*[{label}",
            label.replace("i", "ı"),
        ):
            if label_pattern().match(line.lstrip(" *[")):
                assert may_begin_with_label(line), line
    for phrase in word_list("byline_helpers"):
        for line in (f"{phrase} Ada", f"{phrase.upper()}: Ada"):
            assert may_begin_with_helper(line), line


@pytest.mark.parametrize(
    ("line", "may_begin"),
    [
        ("福娘童話集", False),
        ("記者林若溪", True),
        ("The ferry", False),
        ("“The ferry”", True),
        ("Écrit par Ada", True),
        ("2023", False),
    ],
)
def test_a_line_may_begin_with_a_label_by_its_first_word(line: str, may_begin: bool) -> None:
    assert may_begin_with_label(line) is may_begin
