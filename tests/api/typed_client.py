"""An example of a user's code, which test_public_names.py runs and checks with mypy --strict."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, assert_never, assert_type

import corpusfmt
from corpusfmt import Article
from corpusfmt.errors import InvalidDocumentError
from corpusfmt.types import (
    Author,
    Block,
    Break,
    DateOrder,
    Diagnostic,
    Edit,
    Fix,
    FixResult,
    Heading,
    Image,
    Inline,
    Item,
    Link,
    Paragraph,
    Problem,
    Quote,
    Related,
    RelatedLink,
    Report,
    RunResult,
    Separator,
    Settings,
    Severity,
    Source,
    Text,
)

TEXT = """# Ferry

By Ada Brook

05/03/2024



A **bold** word and a [link](#).
"""


def plain(content: tuple[Inline, ...]) -> str:
    return "".join(plain_node(node) for node in content)


def plain_node(node: Inline) -> str:
    match node:
        case Text():
            return node.text
        case Link():
            return "".join(text.text for text in node.content)
        case Break():
            return "\n"
        case _:
            assert_never(node)


def words(block: Block) -> int:
    if isinstance(block, Paragraph | Heading | Quote | Item):
        assert_type(block.content, tuple[Inline, ...])
        return len(plain(block.content).split())
    if isinstance(block, Related):
        assert_type(block.links, tuple[RelatedLink, ...])
        return sum(len(link.title.split()) for link in block.links)
    assert_type(block, Image | Separator)
    return 0


def edits(report: Report) -> list[Edit]:
    return [
        edit for found in report.diagnostics if found.fix is not None for edit in found.fix.edits
    ]


def find_problems(article: Article) -> tuple[Problem, ...]:
    try:
        corpusfmt.serialize(article)
    except InvalidDocumentError as error:
        assert_type(error.problems, tuple[Problem, ...])
        return error.problems
    return ()


def main() -> None:
    article = corpusfmt.parse(TEXT)
    assert_type(article, Article)
    assert_type(article.body, tuple[Block, ...])
    assert_type(article.intro, tuple[tuple[Inline, ...], ...])
    assert_type(article.byline, tuple[Author, ...])
    assert_type(article.source, Source | None)
    assert [words(block) for block in article.body] == [6]
    assert words(Related("See", (RelatedLink("Two words", "#"),))) == 2

    report = corpusfmt.check(TEXT)
    assert_type(report, Report)
    assert_type(report.diagnostics, tuple[Diagnostic, ...])
    severities: list[Severity] = [found.severity for found in report.diagnostics]
    fixes: list[Fix] = [found.fix for found in report.diagnostics if found.fix is not None]
    assert severities == ["warning", "warning"]
    assert edits(report) == [edit for fix in fixes for edit in fix.edits] != []

    order: DateOrder = "day-first"
    assert corpusfmt.parse(TEXT, date_order=order).date == "2024-03-05"
    assert_type(corpusfmt.format(TEXT), str)
    assert_type(corpusfmt.serialize(article), str)
    assert [problem.pointer for problem in find_problems(Article("Title"))] == [""]


def run(path: Path) -> int:
    settings = corpusfmt.load_settings()
    assert_type(settings, Settings)
    result = corpusfmt.check_paths([path, "more.txt"], settings=settings, jobs=None)
    assert_type(result, RunResult)
    for report in result:
        assert_type(report, Report)
    assert_type(corpusfmt.fix(TEXT).content, str)
    assert_type(corpusfmt.fix(path.read_bytes()), FixResult[bytes])
    assert_type(
        corpusfmt.fix_paths(path, unsafe=True, settings=path).fixes, Mapping[str, Mapping[str, int]]
    )
    return result.exit_code


def load(path: Path) -> list[str]:
    articles = [*corpusfmt.load([path, "more"], on_error=print), corpusfmt.read(path, kind="auto")]
    assert_type(articles, list[Article])
    rows = corpusfmt.load(path, fields=("title",))
    assert_type(rows, Iterator[dict[str, Any]])
    articles += corpusfmt.read_foreign({"title": "T"}, "csv", columns={"title": "headline"})
    return [article.to("rows", strict=True, fields=("id",)) for article in articles]


def misuse() -> None:
    """Each line is an error to mypy, which also reports a comment that ignores none."""
    corpusfmt.parse(b"")  # type: ignore[arg-type]
    corpusfmt.serialize({})  # type: ignore[arg-type]
    corpusfmt.Paragraf  # type: ignore[attr-defined]  # noqa: B018
    corpusfmt.check(TEXT, date_order="dmy")  # type: ignore[arg-type]
    Heading(level="2", content=())  # type: ignore[arg-type]
    corpusfmt.parse("").title.upper()  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
