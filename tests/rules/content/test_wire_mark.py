"""The marks of agencies are reported at the ends of the body, and words are not."""

import pytest

from tests.rules.cases import article, findings, fixed, found

MARKS = [
    *("ENDS", "(ENDS)", "-END-", "-30-", "MORE TO COME", "(MORE)", "###", "***MORE FOLLOWS***"),
    *("/dpa", "dpa abc xyz n1 de", "BC-Ferry-Returns", "EDS: updates throughout", "—URGENT—"),
    *("abc/def/gh", "jkl/mn", "Enditem", "(Reporting by Ada Brook; Editing by Tom Reed)"),
    *("END/IPS", "(END) Dow Jones Newswires", "03-04-16 1403ET", "（完）", "(끝)", "dpa-Kontakte"),
    *(
        "((ada@wire.example; +44 20 7542 1234))",
        "(Eds: Updating with quotes)",
        "EDITORS: Note words",
    ),
    *("With inputs from PTI", "(With agency inputs)"),
    *("--With assistance from Ada Brook.", "To contact the reporter on this story: Ada Brook"),
]
SIGNED = [
    "(Ada Brook, editing Tom Reed)",
    "(Reporte de Ada Brook; editado por Tom Reed)",
    "(Reportage Ada Brook, version française Tom Reed, édité par Ida Holm)",
    "Reporting by Ada Brook in Skerry; Editing by Tom Reed",
    "Editing by Tom Reed",
    "(With inputs from agencies)",
    "(mit Material der dpa)",
    "(इनपुट: भाषा)",
    "© dpa-infocom, dpa:230314-99-000019/2",
    *("(AFP)", "--IANS", "- Reuters", "XINHUA", "[PTI]", "-0-", "- ENDS -", "XXX", "/ab", "(END)"),
]
SLUGS = [
    "SKERRY-FERRY-LATE-2",
    *("URGENT", "^UPDATE", "UPDATE 2", "1ST LEAD", "RECASTS, ADDS DETAILS", "USA-FERRY/"),
    *("ADDS details in paragraph 3", "2nd Ld-Writethru", "FERRY-SKERRY/ (UPDATE 2)"),
    *("(Recasts with quotes from mayor)", "(Adds comment, background)", "(Updates throughout)"),
]
NO_SLUGS = [
    *("URGENT MATTER", "US-CHINA", "COVID-19", "Adds details", "(Updates every Friday)"),
    *("(Adds up, says Ada Brook)", "UPDATE", "AP", "Lead"),
]
WORDS = [
    "Editing by hand takes weeks.",
    "Reporting by local media raised doubts; editing by machines did not.",
    "(the ferry of 1931)",
    "COVID-19",
    "Ends",
    "30",
    "MORE",
    "Urgent",
    "ALERT",
    "The end",
    "dpa reported it.",
    "#",
    "More to come",
    "((see the map))",
    "END/START",
    "With inputs from all of them, the council decided.",
    "03-04-16 1403",
]


@pytest.mark.parametrize("mark", MARKS)
def test_marks_are_reported(mark: str) -> None:
    text = mark.replace("*", r"\*").replace("###", r"\###")
    found_texts = [message for _, _, message in found("wire-mark", article("Body.", "B.", text))]
    assert found_texts == [f"“{mark}” is a mark of a news agency"]


@pytest.mark.parametrize("text", WORDS)
def test_words_are_not(text: str) -> None:
    assert found("wire-mark", article("Body.", "B.", text)) == []


def test_nothing_inside_the_body_is() -> None:
    blocks = ["One.", "Two.", "ENDS", "Four.", "Five.", "Six."]
    assert found("wire-mark", article(*blocks)) == []


@pytest.mark.parametrize("mark", SIGNED)
def test_a_signature_at_the_end_is_reported(mark: str) -> None:
    assert len(found("wire-mark", article("Body.", "B.", "C.", mark))) == 1
    assert found("running-head", article("Body.", "B.", "C.", mark)) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_slug_at_the_start_is_reported(slug: str) -> None:
    text = slug.replace("^", r"\^")
    assert len(found("wire-mark", article(text, "Body.", "B.", "C.", "D."))) == 1


@pytest.mark.parametrize("text", NO_SLUGS[:6])
def test_a_heading_at_the_start_is_not(text: str) -> None:
    assert found("wire-mark", article(text, "Body.", "B.", "C.", "D.")) == []


@pytest.mark.parametrize("text", NO_SLUGS)
def test_a_word_inside_the_body_is_not(text: str) -> None:
    assert found("wire-mark", article("A.", "B.", "C.", text, "D.", "E.", "F.")) == []


def test_the_initials_of_many_editors_are_anywhere() -> None:
    text = "The ferry to Skerry sailed on Monday."
    body = [text, text, text, "aa/kam/bfi/an/eg", text, text, text, text]
    assert [where[1] for where in found("wire-mark", article(*body))] == ["aa/kam/bfi/an/eg"]
    ended = article(*body).replace("aa/kam/bfi/an/eg", "(END)")
    assert [where[1] for where in found("wire-mark", ended)] == ["(END)"]
    assert found("wire-mark", article(*body).replace("aa/kam/bfi/an/eg", "she/her/hers")) == []


def test_the_last_item_of_a_list_is_not() -> None:
    assert found("wire-mark", article("A.", "B.", "- Bernama", "- Reuters")) == []


@pytest.mark.parametrize(
    "line", ["(Adds details, quotes)", "UPDATE 1", "URGENT", "BC-EU--Ferry", "/dpa"]
)
def test_a_mark_among_the_lines_of_the_header_is_found_and_removed(line: str) -> None:
    text = article("The ferry sailed.", head=f"By Ada Brook\n\n{line}")
    [finding] = findings("wire-mark", text)
    assert finding.pointer == "/intro/0"
    assert fixed("wire-mark", text) == article("The ferry sailed.", head="By Ada Brook")


@pytest.mark.parametrize(
    "line", ["The ferry sails again.", "Urgent talks", "Adds to the fleet", "30"]
)
def test_other_lines_of_the_header_are_no_marks(line: str) -> None:
    text = article("The ferry sailed.", head=f"By Ada Brook\n\n{line}")
    assert findings("wire-mark", text) == []


@pytest.mark.parametrize(
    "mark", ["UPDATE 2-", "RPT-", "WRAPUP 1-", "REFILE-UPDATE 1-", "(2nd LD) "]
)
def test_a_mark_before_the_title_is_reported(mark: str) -> None:
    text = f"# {mark}Ferry Runs Again\n\n\n\nBody.\n"
    assert len(found("wire-mark", text)) == 1


@pytest.mark.parametrize("title", ["Update-Zwang", "UPDATE: Ferry", "(Lead) Pipes", "TV-Star"])
def test_other_beginnings_of_titles_are_no_marks(title: str) -> None:
    assert found("wire-mark", f"# {title} in Skerry\n\n\n\nBody.\n") == []
