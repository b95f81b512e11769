"""The articles that are compared are found again by their paths."""

from corpusfmt.stats.compared import ComparedArticles


def test_articles_are_found_by_their_paths() -> None:
    articles = ComparedArticles()
    for number in range(2_500):
        articles.add(f"{number}.txt", f"host-{number % 7}.example", number % 4)
    articles.add("odd\udc80.txt", "", 1)
    assert articles.find("9.txt") == ("host-2.example", 1)
    assert articles.find("2499.txt") == ("host-0.example", 3)
    assert articles.find("odd\udc80.txt") == ("", 1)
    articles.set_severity("9.txt", 3)
    assert articles.find("9.txt") == ("host-2.example", 3)
    articles.close()


def test_of_two_articles_with_one_path_the_first_is_kept() -> None:
    articles = ComparedArticles()
    articles.add("a.txt", "one.example", 0)
    articles.add("a.txt", "other.example", 2)
    assert articles.find("a.txt") == ("one.example", 0)
    articles.close()
