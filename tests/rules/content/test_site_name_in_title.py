"""A title that ends in the name of its website is found by the host of the address.

Other endings are not.
"""

import pytest

from tests.rules.cases import expected, findings, fixed, found


def text(title: str, host: str) -> str:
    return f"# {title}\n\n\n\nBody.\n\nOriginal url:\n\n<https://{host}/ferry>\n"


NAMED = [
    ("Ferry Runs Again", " | Skerry News", "www.skerrynews.example"),
    ("Ferry Runs Again", " | The Skerry News", "skerry-news.example"),
    ("Ferry Runs Again", " - SkerryNews", "skerrynews.example"),
    ("Ferry Runs Again", " – Skerry", "skerry.co.example"),
    ("Ferry Runs Again", " - Skerry.example", "skerry.example"),
    ("Ferry Runs Again — At Last", " - Skerry News Online", "news.skerry.com.example"),
    ("Ferry Runs Again", " | Norland Skerry Review", "skerryreview.example"),
    ("Ferry Runs Again", " | Skerry Gazette | by Ana Lind", "skerrygazette.example"),
    ("Ferry Runs Again", " - North Skerry Times", "nskerrytimes.example"),
    ("Ferry Runs Again", " - North Skerry Gazette", "nsg.example"),
    ("Ferry Runs Again", " | Ana", "ana.wordpress.example"),
    ("Só quem espera", " — Mensagens de Reflexão", "mensagensreflexao.example"),
    ("Fähre fährt wieder", " – Die Inselzeitung", "inselzeitung.example"),
    ("Паром снова ходит", " | Skerry", "skerry.example"),
    ("再開", "｜Skerry", "skerry.example"),
    ("Ferry Runs Again", " » Skerry", "skerry.example"),
    ("Ferry Runs Again", " :: Skerry", "skerry.example"),
]
NOT_NAMED = [
    ("Ferry Runs Again", "skerry.example"),
    ("Ferry Runs Again - Captain Retires", "skerry.example"),
    ("Ferry Runs Again | Captain Retires", "skerry.example"),
    ("Ferry Runs Again - Skerry waits", "skerry.example"),
    ("Ferry Runs Again – Time to leave", "time.example"),
    ("Politics | Time to leave", "time.example"),
    ("Ferry Runs to Skerry", "skerry.example"),
    ("Skerry - Ferry Runs Again", "skerry.example"),
    ("| Skerry", "skerry.example"),
    ("Ferry Runs Again - Tim E", "time.example"),
    ("Ferry Runs Again - News", "skerrynews.example"),
    ("Storm | What the islands said", "thesaid.example"),
    ("Well-being - A Skerry of One's Own", "skerry.example"),
]


@pytest.mark.parametrize(("title", "ending", "host"), NAMED)
def test_the_name_of_the_website_is_found(title: str, ending: str, host: str) -> None:
    written = text(title + ending, host)
    [(place, span, message)] = found("site-name-in-title", written)
    assert place == f"1:{3 + len(title)}"
    assert span == ending
    assert message.startswith("the title ends with the name of the website, “")
    assert expected("site-name-in-title", written) == [title]
    assert fixed("site-name-in-title", written) == text(title, host)


@pytest.mark.parametrize(("title", "host"), NOT_NAMED)
def test_other_endings_are_not(title: str, host: str) -> None:
    assert found("site-name-in-title", text(title, host)) == []


def test_a_title_in_bold_keeps_its_marks() -> None:
    written = text("**Ferry Runs Again | Skerry**", "skerry.example")
    assert fixed("site-name-in-title", written) == text("**Ferry Runs Again**", "skerry.example")


def test_the_fix_is_not_safe() -> None:
    found = findings("site-name-in-title", text("Ferry Runs Again | Skerry", "skerry.example"))
    assert [finding.fix.safe for finding in found if finding.fix] == [False]


@pytest.mark.parametrize(
    "name",
    ["Merrow Mail Online", "The Merrow Post", "Skarver Zeitung", "All News and Films Online"],
)
def test_what_may_be_the_name_of_an_outlet_after_a_bar_is_found_without_a_url(name: str) -> None:
    text = f"# Harbour Gets a Clock | {name}\n\n\n\nBody.\n"
    message = f"the title ends with a tag of the website, “{name}”"
    assert found("site-name-in-title", text) == [("1:23", f" | {name}", message)]
    assert fixed("site-name-in-title", text) == "# Harbour Gets a Clock\n\n\n\nBody.\n"


@pytest.mark.parametrize("title", ["Clock | A Photo Essay", "Clock - Merrow Post", "Clock | on"])
def test_other_words_without_a_url_are_not(title: str) -> None:
    assert found("site-name-in-title", f"# {title}\n\n\n\nBody.\n") == []


def test_a_title_that_is_the_name_of_the_website_is_found() -> None:
    text = "# The Skerry News\n\n\n\nBody.\n\nOriginal url:\n\n<https://skerrynews.example/a>\n"
    messages = [message for _, _, message in found("site-name-in-title", text)]
    assert messages == ["the title is the name of the website"]
