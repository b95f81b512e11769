"""The page in a browser: both themes, a narrow window, on paper, with mouse and keyboard."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import run
from tests.stats.browser import Browser, browser
from tests.stats.corpora import HOSTILE, article, hostile_corpus, small_corpus, write_corpus
from tests.stats.sampled import sampled_page

pytestmark = pytest.mark.program

PICTURES = os.environ.get("CORPUSFMT_PICTURES", "")
"""A folder for the pictures that the tests take, to look at them."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with pages of a small and of a hostile corpus."""
    folder = tmp_path_factory.mktemp("pages")
    more = {
        f"more/{number}.txt": article(
            f"News {number}",
            host=f"host-{number}.example",
            slug=str(number),
            date=f"{1 + number % 12}/{1 + number % 9}/20{10 + number % 14}",
            author=f"Author {number}",
            body=f"This is number {number} of the news, and it is " + "news, and " * number,
        )
        for number in range(60)
    }
    more["more/old.txt"] = article("Old", host="old.example", slug="old", date="May 05, 1901")
    write_corpus(folder / "in", small_corpus() | more)
    write_corpus(folder / "hostile", hostile_corpus())
    for name in ("in", "hostile"):
        ended = run("stats", "--html", str(folder / f"{name}.html"), str(folder / name))
        assert ended.code == 0, ended.err
    return folder


@pytest.fixture
def page(folder: Path, chromium: Browser) -> Browser:
    """Return the browser with the page of the small corpus."""
    chromium.open(folder / "in.html")
    assert chromium.problems() == []
    return chromium


def keep(name: str, picture: bytes) -> None:
    if PICTURES:
        (Path(PICTURES) / name).write_bytes(picture)


DRAWN = """
    const canvas = document.querySelector(arguments[0] + " canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const colours = {};
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] === 255) {
        const name = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
        colours[name] = (colours[name] ?? 0) + 1;
      }
    }
    return Object.entries(colours).sort((one, other) => other[1] - one[1])[0][0];
"""
COLOURS = """
    const meter = getComputedStyle(document.querySelector(".meter"));
    const body = getComputedStyle(document.body);
    return [body.backgroundColor, body.color, meter.backgroundColor];
"""


def brightness(colour: str) -> int:
    return sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))


@pytest.mark.parametrize("dark", [False, True])
def test_both_themes(dark: bool, folder: Path, chromium: Browser) -> None:
    chromium.open(folder / "in.html", dark=dark)
    ground, text, bar = chromium.run(COLOURS)
    assert (brightness(ground) < 150) == dark
    assert abs(brightness(ground) - brightness(text)) > 500
    for plot in ("#months-plot", "#lengths-plot"):
        assert chromium.run(DRAWN, plot) == bar
    picture = chromium.screenshot()
    assert picture.startswith(b"\x89PNG")
    keep(f"{'dark' if dark else 'light'}.png", picture)
    assert chromium.problems() == []


def test_the_theme_can_be_chosen(page: Browser) -> None:
    ground = page.run(COLOURS)[0]
    themes: list[str] = []
    for _ in range(3):
        page.click("#theme")
        themes.append(page.text("#theme"))
    assert sorted(themes) == ["Theme: auto", "Theme: dark", "Theme: light"]
    while page.text("#theme") != "Theme: dark":
        page.click("#theme")
    page.run("return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    dark, _, bar = page.run(COLOURS)
    assert brightness(dark) < 150 < brightness(ground)
    assert page.run(DRAWN, "#months-plot") == bar
    page.run("localStorage.clear()")
    assert page.problems() == []


def test_a_narrow_window(folder: Path, chromium: Browser) -> None:
    chromium.open(folder / "in.html", width=360)
    assert chromium.run("return document.documentElement.scrollWidth") <= 360
    outside = """
        return [...document.querySelectorAll("main *")].filter((element) =>
          !element.closest(".scroll, .unseen, svg, .u-over")
          && element.getBoundingClientRect().right > 361).map((element) => element.outerHTML);
    """
    assert chromium.run(outside) == []
    wide = "return document.querySelector('#fields-table .scroll').tabIndex"
    assert chromium.run(wide) == 0  # it can be scrolled with the keyboard
    keep("narrow.png", chromium.screenshot())
    assert chromium.problems() == []


def test_on_paper(folder: Path, chromium: Browser) -> None:
    chromium.open(folder / "in.html", dark=True)
    chromium.run("""
        window.grounds = [];
        addEventListener("beforeprint", () =>
          grounds.push(getComputedStyle(document.body).backgroundColor));
    """)
    printed = chromium.print()
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") > 2
    keep("page.pdf", printed)
    [ground] = chromium.run("return grounds")
    assert brightness(ground) > 600
    assert brightness(chromium.run(COLOURS)[0]) < 150
    assert chromium.problems() == []


def test_a_table_that_fits_is_no_stop_for_the_keyboard(page: Browser) -> None:
    assert page.run("return document.querySelector('#hosts-table .scroll').tabIndex") == -1


def test_nothing_is_requested(page: Browser) -> None:
    script = "return performance.getEntriesByType('resource').map((entry) => entry.name)"
    assert page.run(script) == []


# --- mouse and keyboard ---------------------------------------------------------------------------


def test_bars_can_be_pointed_at(page: Browser) -> None:
    assert page.run("return document.getElementById('tip').hidden")
    page.point_at("#lengths-plot .u-over", 0.05)
    assert not page.run("return document.getElementById('tip').hidden")
    assert page.text("#tip").startswith("1 to 49 words: ")


def test_bars_can_be_reached_with_the_keyboard(page: Browser) -> None:
    page.run("document.querySelector('#months-plot .plot').focus()")
    page.press("Home")
    first = page.text("#months-plot [aria-live]")
    assert first == page.text("#tip")
    page.press("ArrowRight")
    assert page.text("#months-plot [aria-live]") != first
    page.press("ArrowLeft")
    assert page.text("#months-plot [aria-live]") == first
    page.press("Escape")
    assert page.run("return document.getElementById('tip').hidden")


def test_months_that_are_far_from_the_others_are_not_drawn(page: Browser) -> None:
    assert "20 years or more from the others: May 1901 (1)." in page.text("#undated")
    page.run("document.querySelector('#months-plot .plot').focus()")
    page.press("Home")
    assert page.text("#tip").partition(":")[0] == "January 2010"


def test_the_numbers_of_a_plot_are_in_a_table(page: Browser) -> None:
    assert page.texts("#lengths-plot td") == []
    page.click("#lengths-plot summary")
    page.run("return new Promise((done) => setTimeout(done, 50))")
    assert page.texts("#lengths-plot tbody th")[0] == "1 to 49 words"


def test_focus_goes_from_the_top_to_the_bottom(page: Browser) -> None:
    page.run("window.places = [document.body]")
    for _ in range(40):
        page.press("Tab")
        page.run("places.push(document.activeElement)")
    names = page.run("return places.slice(1, 4).map((place) => place.textContent)")
    assert names == ["Skip to the report", page.text("#theme"), "Overview"]
    assert page.run("return places.slice(1).every((place) => place.tabIndex === 0)")
    assert page.run("""
        return places.slice(1).every((place, before) =>
          places[before].compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
    """)


def test_tables_can_be_sorted(page: Browser) -> None:
    names = "#hosts-table tbody th"
    assert page.texts(names)[:2] == ["harbourpost.example", "skerrynews.example"]
    assert page.texts("#hosts-table [aria-sort=descending]") == ["Articles"]
    page.click("#hosts-table thead th:first-child button")
    assert page.texts("#hosts-table [aria-sort=ascending]") == ["Host"]
    assert page.texts(names) == sorted(page.texts(names))
    page.press("Enter")  # the heading keeps the focus
    assert page.texts("#hosts-table [aria-sort=descending]") == ["Host"]
    assert page.texts(names)[0] == "skerrynews.example"


def test_tables_can_be_filtered_and_turned(page: Browser) -> None:
    status = "#hosts-table .count"
    assert page.text(status) == "1–10 of 64 hosts"
    page.click("#hosts-table .button[aria-label^=Next]")
    assert page.text(status) == "11–20 of 64 hosts"
    page.run("""
        const input = document.querySelector("#hosts-table input");
        input.value = "HOST-5";
        input.dispatchEvent(new Event("input"));
    """)
    assert page.text(status) == "1–10 of 11 hosts"
    assert all("host-5" in name for name in page.texts("#hosts-table tbody th"))


def test_a_rule_leads_to_its_findings(page: Browser) -> None:
    everything = page.text("#findings-list .count")
    page.click("#rules-table .link")
    rule = page.text("#rules-table .link")
    assert page.text("#findings-list .count") != everything
    assert set(page.texts("#findings-list .finding code")) == {rule}
    assert page.run("return document.activeElement.value") == rule


def test_a_number_of_the_heat_map_leads_to_its_findings(page: Browser) -> None:
    buttons = "#rules-by-host td.cell button"
    page.run("document.querySelector(arguments[0]).focus()", buttons)
    inside = f"return document.querySelectorAll('{buttons}[tabindex=\"0\"]').length"
    assert page.run(inside) == 1
    first = page.run("return document.activeElement.getAttribute('aria-label')")
    page.press("ArrowDown")
    second = page.run("return document.activeElement.getAttribute('aria-label')")
    assert first.partition(",")[0] != second.partition(",")[0]
    assert first.partition(", ")[2].partition(":")[0] == second.partition(", ")[2].partition(":")[0]
    assert page.run(inside) == 1
    page.press("Enter")
    rule = second.partition(", ")[2].partition(":")[0]
    assert set(page.texts("#findings-list .finding code")) == {rule}
    assert page.problems() == []


def test_a_finding_is_marked_in_its_article(page: Browser) -> None:
    page.run("""
        const input = document.querySelector("#findings-list input");
        input.value = "harbour/date.txt";
        input.dispatchEvent(new Event("input"));
    """)
    assert "03/04/2016" in page.texts("#findings-list mark")
    assert set(page.texts("#findings-list figcaption")) == {"Numbers"}


def test_samples_are_named(folder: Path, chromium: Browser) -> None:
    page = sampled_page(folder / "in", articles=20, findings=9)
    (folder / "sample.html").write_text(page, encoding="utf-8")
    chromium.open(folder / "sample.html")
    assert chromium.text("#articles-about").startswith("A random sample of 20 of 73 articles")
    assert chromium.text("#findings-about").startswith("A random sample of ")
    chromium.open(folder / "in.html")
    assert chromium.text("#articles-about") == "All articles."


# --- hostile input --------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True])
def test_text_of_articles_is_text(dark: bool, folder: Path, chromium: Browser) -> None:
    chromium.open(folder / "hostile.html", dark=dark)
    assert chromium.problems() == []
    assert chromium.run("return window.attacked === undefined")
    assert chromium.run("return document.querySelectorAll('main img, main script').length") == 0
    links = "return [...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))"
    assert all(href[0] == "#" or href.startswith("https://") for href in chromium.run(links))
    assert any(HOSTILE in text for text in chromium.texts("#articles-table tbody th"))
    assert any("javascript:alert" in text for text in chromium.texts("#articles-table td"))
    assert any(HOSTILE in text for text in chromium.texts("#authors-table tbody th"))


def test_an_empty_article_has_a_page(folder: Path, chromium: Browser) -> None:
    write_corpus(folder / "empty", {"a.txt": ""})
    run("stats", "--html", str(folder / "empty.html"), str(folder / "empty"))
    chromium.open(folder / "empty.html")
    assert chromium.problems() == []
    assert chromium.text("#lead") == "1 article, no dates"
