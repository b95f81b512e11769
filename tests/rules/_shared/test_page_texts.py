"""Texts of the interface of websites are found where no article has them."""

import pytest

from corpusfmt.rules._shared import page_texts
from corpusfmt.rules._shared.page_texts import fold, has_gap, kind_of
from corpusfmt.rules._shared.word_lists import read_list
from tests.for_each import for_each_text
from tests.rules.cases import article, found

BODY = "The first ferry since October sailed on Monday with 61 passengers on board."
ENTRIES = read_list("page_texts")

LAST = [
    "Newer posts",
    "← Ältere Beiträge",
    "Commentaires",
    "Archivo",
    "Vorheriger Beitrag",
    "Zum Hauptinhalt springen",
    "Перейти к основному содержимому",
    "12 min. de lecture",
    "以前の記事",
    "Page 2 of 5",
    "Next",
    "Terug naar boven",
    "Posts by Ada Brook",
]

PROSE = [
    "No comment from him.",
    "“Next”",
    "Archive of the islands",
    "– Próximo",
    "Video shows the ferry in the storm",
    "Posts by Ada Brook were read by the police.",
    "Share of the vote",
]


def test_the_entries_are_folded_and_in_the_order_of_their_bytes() -> None:
    texts = [entry[:-2] for entry in ENTRIES]
    assert texts == sorted(texts, key=str.encode)
    assert {entry[-2:] for entry in ENTRIES} == {" s", " e", " n", " r", " w"}
    assert [text for text in texts if "…" not in text and fold(text) != text] == []


def test_each_entry_is_found_in_the_bytes_and_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    some = ENTRIES[::97] + ENTRIES[:1] + ENTRIES[-1:]
    for few in (-1, 10**9):
        monkeypatch.setattr(page_texts, "_FEW", few)
        for entry in some:
            assert page_texts._look_up(entry[:-2]) == entry[-1]
        assert page_texts._look_up("the ferry sailed") == ""


def test_each_entry_with_a_gap_passes_the_fast_test() -> None:
    gaps = [entry[:-2] for entry in ENTRIES if "…" in entry]
    parts = [page_texts._parts(fold(gap.replace("…", "Skerry")))[0] for gap in gaps]
    assert len(parts) > 800
    assert [part for part in parts if not page_texts._may_have_gap(part)] == []
    assert not page_texts._may_have_gap(["ferry", "to", "skerry"])


@for_each_text(LAST)
def test_a_text_is_found_at_the_end(text: str) -> None:
    assert [span for _, span, _ in found("boilerplate", article(BODY, BODY, text))] == [text]


@for_each_text(PROSE)
def test_prose_is_not(text: str) -> None:
    assert found("boilerplate", article(BODY, BODY, text)) == []


@pytest.mark.parametrize("text", ["Archive", "Comments", "Share", "Next", "Suivant"])
def test_a_word_that_articles_have_is_found_only_beside_others(text: str) -> None:
    assert found("boilerplate", article(BODY, text, BODY)) == []
    assert found("boilerplate", article(BODY, f"### {text}", BODY, BODY)) == []
    assert len(found("boilerplate", article(BODY, text, "Play", "Mute", BODY))) == 3


def test_the_words_of_a_player_are_found_in_a_row() -> None:
    player = ("Abspielen", "Stumm schalten", "Untertitel", "Vollbild")
    assert len(found("boilerplate", article(BODY, BODY, *player, BODY, BODY))) == len(player)


def test_numbers_and_marks_make_no_difference() -> None:
    assert kind_of("» 3 min read") == kind_of("12 min read") == "s"
    assert kind_of("NEXT POST:") == "s"


def test_a_name_is_a_gap() -> None:
    assert has_gap("Posts by Ada Brook")
    assert not has_gap("Posts by Ada Brook.")
    assert not has_gap("Posts")
