"""Tests for the paragraphs that a page has without an element for them."""

import pytest

from corpusfmt.convert.html_runs import find_runs, join_runs

html = pytest.importorskip("lxml.html")
etree = pytest.importorskip("lxml.etree")


def runs(inside: str) -> list[str]:
    """Return the letters of the runs in a <div> with the given content."""
    return [run.letters for run in find_runs(html.fromstring(f"<div>{inside}</div>"))]


def joined(inside: str, *parts: str) -> list[str]:
    """Return the paragraphs of parts after those of a page with a <div> are joined."""
    body = etree.fromstring(f"<body>{''.join(parts)}</body>")
    join_runs(body, find_runs(html.fromstring(f"<div>{inside}</div>")))
    return [etree.tostring(one, encoding="unicode") for one in body]


LINK = "The <a>old pier</a> at Skerry is <b>closed</b>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"{LINK} until May.", ["TheoldpieratSkerryiscloseduntilMay."]),
        (f"{LINK}.<br><br>The ferry sails.", ["TheoldpieratSkerryisclosed."]),
        (f"<h2>Pier</h2>{LINK}<ul><li>x</li></ul>", ["TheoldpieratSkerryisclosed"]),
        ("<p>The <a>pier</a> is closed.</p>", []),
        ("The ferry sails.<br>The pier is open.", []),
        ("The pier <span><p>is closed</p></span>", []),
    ],
)
def test_runs_of_text_with_links_are_found(inside: str, expected: list[str]) -> None:
    assert runs(inside) == expected


def test_the_parts_of_a_run_are_joined_with_its_spaces() -> None:
    parts = ("<p>The</p>", "<p><ref>old pier</ref>at Skerry is</p>", "<p><hi>closed</hi>.</p>")
    whole = "<p>The <ref>old pier</ref> at Skerry is <hi>closed</hi>.</p>"
    assert joined(f"x<br>{LINK}.", *parts) == ["<p>The</p>", *parts[1:]]  # too short to be found
    inside = f"On Monday: {LINK}."
    more = ("<p>On Monday: The</p>", *parts[1:], "<p>The ferry sails.</p>")
    assert joined(inside, *more) == [whole.replace(">The", ">On Monday: The"), more[-1]]
    loose = ("<head>Pier</head>On Monday: The", *more[1:])
    assert joined(inside, *loose) == ["<head>Pier</head>", *joined(inside, *more)]


def test_what_has_no_space_before_a_capital_or_a_digit_stays_apart() -> None:
    parts = ("<p>2023-03-14 10:28</p>", "<p><ref>NNA</ref></p>")
    assert joined("2023-03-14 10:28<a>NNA</a>", *parts) == list(parts)
    parts = ("<p>He sang “</p>", "<p><ref>The Old Pier</ref>”.</p>")
    whole = "<p>He sang “<ref>The Old Pier</ref>”.</p>"
    assert joined("He sang “<a>The Old Pier</a>”.", *parts) == [whole]


def test_a_run_that_was_not_divided_gets_its_spaces() -> None:
    whole = "<p>On Monday <ref>it</ref> sailed, <hi>again</hi>.</p>"
    inside = "On Monday <a>it</a> sailed, <b>again</b>."
    assert joined(inside, whole.replace("> ", ">").replace(" <", "<")) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        ("<p>On Monday:</p>", "<graphic/>", "<p><ref>old pier</ref> is closed</p>"),
        ("<p>On Monday: The</p>", "<p>new pier</p>"),
        ("<p>On Monday: The</p>", "<p/>"),
        ("<p>In June: The</p>", "<p>old pier</p>"),
    ],
)
def test_other_paragraphs_stay_apart(parts: tuple[str, ...]) -> None:
    assert joined(f"On Monday: {LINK}.", *parts) == list(parts)


def test_many_runs_with_the_same_start_are_joined_in_their_order() -> None:
    numbers = range(1000)
    inside = "<br>".join(f"Read more <a>here</a> about ferry {number}." for number in numbers)
    parts = [
        f"<p>Read more</p><p><ref>here</ref></p><p>about ferry {number}.</p>" for number in numbers
    ]
    expected = [f"<p>Read more <ref>here</ref> about ferry {number}.</p>" for number in numbers]
    assert joined(inside, *parts) == expected
