"""Files of Reuters-21578: articles without `BODY`, and a file that ends in the middle of one."""

from tests.convert.importers.reading import read_file

HEAD = '<REUTERS TOPICS="NO" NEWID="1">\n<DATE>26-FEB-1987 15:02:20.00</DATE>\n'


def article(text: str) -> str:
    return f"{HEAD}{text}\n</REUTERS>\n"


def test_without_a_body_the_text_is_what_no_other_element_has() -> None:
    brief = '<TEXT TYPE="BRIEF">&#2;\n******<TITLE>FERRY &lt;FRY></TITLE>It sailed.\n&#3;</TEXT>'
    table = '<TEXT TYPE="UNPROC">&#2;\n<TITLE>TABLE</TITLE>\n  ONE  1.0\n  TWO  2.0\n&#3;</TEXT>'
    documents, found = read_file(article(brief) + article(table), "reuters")
    assert [document["title"] for document in documents] == ["FERRY <FRY>", "TABLE"]
    assert [document["body"] for document in documents] == [["It sailed."], ["ONE 1.0", "TWO 2.0"]]
    assert found == []


def test_a_brief_without_a_text_is_an_error() -> None:
    brief = '<TEXT TYPE="BRIEF">&#2;\n******<TITLE>FERRY</TITLE>\n&#3;</TEXT>'
    assert read_file(article(brief), "reuters") == ([], ["1: error: the article has no text"])


def test_an_article_without_an_end_is_an_error() -> None:
    whole = article("<TEXT><TITLE>FERRY</TITLE><BODY>It sailed.</BODY></TEXT>")
    documents, found = read_file(whole + whole[:-30], "reuters")
    assert len(documents) == 1
    assert found == ["5: error: the article has no end"]
    assert read_file(whole[:-30], "reuters") == ([], ["1: error: the article has no end"])
