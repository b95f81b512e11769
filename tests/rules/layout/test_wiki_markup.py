"""Markup of wikis is found, and brackets and quotation marks are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, fixed, found

LEFT = {
    "a heading mark without a space": "##下一步",
    "a heading mark in English": "###What is next",
    "an AsciiDoc image": "image::ferry.jpg[The ferry,640]",
    "an AsciiDoc link": "See link:https://skerry.example/d[the council] for more.",
    "an Org quotation": "#+BEGIN_QUOTE\nWithout the ferry.\n#+END_QUOTE",
    "an Org link": "See [[https://skerry.example/d][the council]] for more.",
    "a reST image": ".. image:: ferry.jpg",
    "a reST link": "See the `council page <https://skerry.example/p>`_ for more.",
    "a Textile quotation": "bq. We sail until spring.",
    "a Textile link": 'The "council page":https://skerry.example/p has it.',
    "a link": "The [[ferry]] sailed",
    "a link with words": "The [[Skerry ferry|ferry]] sailed",
    "a file": "[[File:Pier.jpg|thumb|The pier]]",
    "a category": "[[Kategorie:Fähre]]",
    "a link to the web": "The [https://a.example/b timetable] is new",
    "a template": "It costs {{currency|12|crowns}} now",
    "a source": "So.{{cite web|url=https://a.example/|title=Ferry}}",
    "bold": "The '''ferry''' sailed",
    "bold with an apostrophe": "The '''captain's ferry''' sailed",
    "a heading": "== History ==",
    "a heading in a paragraph": "The ferry.\n=== Costs ===\nIt is new.",
    "a source tag": 'So.<ref name="a">Times</ref>',
    "a table": '{| class="wikitable"\n|-\n| Skerry || 7:50\n|}',
    "a button": "### History[edit]",
    "a German button": "### Geschichte [Bearbeiten]",
    "a Chinese button": "### 历史[编辑]",
    "Russian": "Это [[паром|паромы]] тут",
    "escaped": "The \\[\\[ferry\\]\\] sailed",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_markup_of_wikis_is_found(text: str) -> None:
    assert len(findings("wiki-markup", article("It is late.", text))) == 1
    assert len(findings("wiki-markup", format(article("It is late.", text)))) == 1


SOUND = {
    "a hashtag alone": "#Skerry and ##1 and ## and #.",
    "an image with a colon": "image: the ferry at the pier [library]",
    "dots": ".. and then the ferry sailed .. without image.",
    "a hashtag": "#BEGIN_QUOTE and #+1 are tags.",
    "a speech": 'She said: "council page": https is not a page, h2. o and bq. no.',
    "brackets": "He [the [new] captain] said [[ and ]] so [it] [was]",
    "quotation marks": "He said ''so'' and '''' and 5'''",
    "links": "See [the [new] pier](https://a.example/) and [https://a.example/]",
    "signs": "a == b and ==> so <== and =====",
    "an editor": "Read [editor’s note] and [edited] and [modified]",
    "code": "In MediaWiki and HTML [[a]] is a link",
    "a template of a page": "By {{page.content.lastUpdate * 1000 | date : 'HH:mm'}} it",
    "about wikis": "The wikitext of [[a]] is short",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_signs_are_not_found(text: str) -> None:
    assert found("wiki-markup", article(text)) == []


FIXED = {
    "links": ("The [[Skerry ferry|ferry]] and [[pier]]", "The ferry and pier"),
    "the web": ("The [https://a.example/b timetable] is", "The timetable is"),
    "bold": ("The '''ferry''' is", "The ferry is"),
    "a button": ("### History[edit]", "### History"),
    "a category in a line": ("It sails. [[Category:Ferries]]", "It sails. "),
    "a file": ("[[File:Pier.jpg|thumb|The pier]]", "The pier"),
}


@pytest.mark.parametrize(("text", "wanted"), FIXED.values(), ids=FIXED)
def test_the_fix_removes_it(text: str, wanted: str) -> None:
    assert fixed("wiki-markup", article("It.", text)) == article("It.", wanted)
    assert found("wiki-markup", article("It.", wanted)) == []


@pytest.mark.parametrize(
    "category", ["[[Category:Ferries]]", "[[Kategorie:Fähre|Skerry]]", "[[Категория:Паромы]]"]
)
def test_a_category_is_removed_with_its_block(category: str) -> None:
    text = article("One.", category, "Two.")
    assert fixed("wiki-markup", text) == article("One.", "Two.")
    [finding] = findings("wiki-markup", article("One.", category))
    assert finding.expected == "the text without it"
    assert fixed("wiki-markup", article("One.", category)) == article("One.")
