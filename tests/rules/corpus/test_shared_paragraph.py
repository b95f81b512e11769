"""A paragraph that several articles of a host have is found in each of them."""

from tests.rules.across import article, diagnostics_across, found_across

SHARED = "The Skerry News is printed on paper from the island's own mill."


def page(title: str, *body: str, host: str = "news.example") -> str:
    return article(
        title, f"{title} is what this is about.", *body, url=f"https://{host}/{title.lower()}"
    )


def test_the_paragraph_is_reported_once_with_some_other_places() -> None:
    articles = {f"{name}.txt": page(name, SHARED) for name in "ABCDEF"}
    places = "B.txt:7:1, C.txt:7:1, D.txt:7:1"
    message = f"6 articles of news.example have this paragraph, such as {places}"
    assert found_across("shared-paragraph", articles) == [("A.txt", message)]


def test_the_start_of_the_paragraph_is_offered_as_a_phrase() -> None:
    articles = {f"{name}.txt": page(name, SHARED) for name in "ABC"}
    [diagnostic] = diagnostics_across("shared-paragraph", articles)
    assert diagnostic.expected is not None
    assert diagnostic.expected.endswith(
        """[rules.boilerplate] phrases = ["The Skerry News is printed on paper from the island's own"]"""
    )


def test_how_many_articles_are_too_many_is_for_the_user_to_say() -> None:
    articles = {f"{name}.txt": page(name, SHARED) for name in "AB"}
    assert found_across("shared-paragraph", articles) == []
    assert len(found_across("shared-paragraph", articles, articles=2)) == 1


def test_versions_of_one_article_are_one() -> None:
    articles = {f"{number}.txt": page("Same", SHARED, f"Version {number}.") for number in range(5)}
    assert found_across("shared-paragraph", articles) == []


def test_hosts_are_reported_apart_and_no_host_is_none() -> None:
    hosts = ("a.example", "b.example", "www.a.example")
    articles = {
        f"{number}.txt": page(f"T{number}", SHARED, host=host) for number, host in enumerate(hosts)
    }
    assert found_across("shared-paragraph", articles) == []
    assert (
        len(found_across("shared-paragraph", articles, articles=2)) == 1
    )  # www. makes no difference
    assert (
        found_across("shared-paragraph", {f"{n}.txt": article(f"T{n}", SHARED) for n in range(4)})
        == []
    )


def test_short_paragraphs_and_headings_are_no_boilerplate() -> None:
    articles = {f"{n}.txt": page(f"T{n}", "“No comment.”", f"## {SHARED}") for n in range(4)}
    assert found_across("shared-paragraph", articles) == []
