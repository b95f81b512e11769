"""Names of fields are reported, and words before a colon are not."""

import pytest

from tests.rules.cases import article, findings, fixed, found


def _titled(title: str, *blocks: str) -> str:
    return f"# {title}\n\n\n\n" + "\n\n".join(blocks or ("Body.",)) + "\n"


TITLES = [
    *(
        "Title",
        "Headline",
        "Titel",
        "Überschrift",
        "Titre",
        "Título",
        "Заголовок",
        "제목",
        "العنوان",
    )
]
SOUND_TITLES = [
    "Titles: A Short History of Names",
    "Live: Ferry Runs Again",
    "Title IX: What It Says",
    "Ferry: Title for the Captain",
    "The Headline That Never Was",
    "https://skerry.example",
]


@pytest.mark.parametrize("label", TITLES)
def test_a_field_in_the_title_is_removed(label: str) -> None:
    text = _titled(f"{label}: Ferry Runs Again")
    assert [span for _, span, _ in found("field-label", text)] == [f"{label}:"]
    assert fixed("field-label", text) == _titled("Ferry Runs Again")


@pytest.mark.parametrize("title", SOUND_TITLES)
def test_other_colons_in_a_title_are_not(title: str) -> None:
    assert findings("field-label", _titled(title)) == []


def test_a_wide_colon_is_one() -> None:
    assert fixed("field-label", _titled("标题：渡轮恢复航行")) == _titled("渡轮恢复航行")


LONG = "The first ferry since October sailed on Monday with 61 passengers on board."
FIELDS = {
    "the title again": (["Sport", "Headline: Ferry Runs Again", LONG], ["Headline:"]),
    "the first line": (["Headline: Ferry Runs Again, Says Captain", LONG], ["Headline:"]),
    "the text": ([f"Body: {LONG}"], ["Body:"]),
    "several": (["Section: Harbour", "Keywords: ferry, Skerry", LONG], ["Section:", "Keywords:"]),
}
SOUND = {
    "one of another kind": ["Source: Harbour office", LONG],
    "a name": ["Text: Ida Holm", LONG],
    "another headline at the start": ["Headline: Bakery Closes", LONG, "Source: Harbour office"],
    "another headline": [LONG, "Headline: What Happened Next", LONG],
    "quoted": ["The captain: “We sail.”", "The mate: “We do.”"],
    "far below": [*("A.", "B.", "C.", "D.", "E.", "F."), f"Body: {LONG}"],
    "a time": ["9:02 and 10:15 are the times.", LONG],
}


@pytest.mark.parametrize(("blocks", "spans"), FIELDS.values(), ids=FIELDS)
def test_fields_at_the_start_are_reported(blocks: list[str], spans: list[str]) -> None:
    assert [span for _, span, _ in found("field-label", article(*blocks))] == spans


@pytest.mark.parametrize("blocks", SOUND.values(), ids=SOUND)
def test_other_words_before_a_colon_are_not(blocks: list[str]) -> None:
    assert found("field-label", article(*blocks)) == []
