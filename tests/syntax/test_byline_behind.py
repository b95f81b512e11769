"""East Asian bylines have their label behind the names, and a desk is not a name."""

import pytest

from corpusfmt.syntax.byline import read_byline
from corpusfmt.syntax.byline_behind import find_label_behind, is_desk, read_names_before


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("김하늘 기자", "김하늘"),
        (" [김하늘·이바다 기자]", "김하늘|이바다"),
        ("\u00a0【\u3000김하늘 기자\u2007】", "김하늘"),
        ("사회부 김하늘, 이바다 기자", "김하늘|이바다"),
        ("김하늘 사회부 기자", "김하늘"),
        ("김하늘 문학전문기자", "김하늘"),
        ("林若溪、周伯言記者", "林若溪|周伯言"),
        ("アダ・ブルック記者", "アダ・ブルック"),
        ("서울 이바다영상특파원", "이바다"),
        ("서울 = 김하늘·이바다 기자", "김하늘|이바다"),
        ("김하늘 이바다영상특파원", "김하늘"),
        ("원주 국제전문기자", "원주"),
        ("서울 특파원", ""),
        ("서울·김하늘 기자", ""),
        ("정치부 기자", ""),
        ("特约记者", ""),
    ],
)
def test_names_are_read_with_their_spans(line: str, names: str) -> None:
    behind = find_label_behind(line)
    assert behind is not None
    authors, spans = read_names_before(line, behind)
    assert "|".join([author["name"] for author in authors]) == names
    for author, (start, end) in zip(authors, spans, strict=True):
        assert line[start:end].startswith(author["name"])


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Ada Brook 기자",
        "김하늘 기자입니다.",
        "기자",
        "김" * 80 + " 기자",
        "[김하늘 기자",
        "]김하늘 기자[",
    ],
)
def test_other_lines_have_no_label_behind(line: str) -> None:
    assert find_label_behind(line) is None


def test_desks() -> None:
    assert is_desk("정치부")
    assert is_desk("디지털뉴스팀")
    assert not is_desk("김하늘")


@pytest.mark.parametrize(
    "piece", ["图片・", "・ ", "김하늘·", "김하늘 ", "기자·", "取材 ・", "編輯・", "文・写真"]
)
def test_long_lines_take_no_long_time(piece: str) -> None:
    assert find_label_behind(piece * 40 + "x") is None
    assert read_byline(piece * 40 + "x") is None
