"""The setting `date-order`: every command and function reads a numeric date as it says, by host."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import corpusfmt
from corpusfmt.config.load import load
from corpusfmt.config.policy import default_policy, make_policy
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.compare import compare
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrder, DateOrders
from corpusfmt.syntax.dates import read_date
from corpusfmt.syntax.reading import Reading
from tests.command_line import run, write

DAY, MONTH = DateOrders("day-first"), DateOrders("month-first")
BY_HOST = DateOrders(
    None, {"a.example": "day-first", "us.a.example": "month-first", "b.example": None}
)
SETTINGS = """
date-order = "month-first"
[hosts."a.example"]
date-order = "day-first"
[hosts."us.a.example"]
date-order = "month-first"
[hosts."b.example"]
require = []
"""


def article(date: str, host: str = "") -> str:
    end = f"\n\nOriginal url:\n\n<https://{host}/2024/ferry>" if host else ""
    return f"# Ferry Runs Again\n\n{date}\n\n\n\nThe ferry sailed on Monday.{end}\n"


def date_of(text: str, orders: DateOrders = NO_ORDERS) -> str | None:
    return Reading(text, orders).document.get("date")


# The date as printed, read with the month first and with the day first.
CASES = {
    "05/03/2024": ("2024-05-03", "2024-03-05"),
    "5/3/2024": ("2024-05-03", "2024-03-05"),
    "12/11/2024 09:02": ("2024-12-11T09:02", "2024-11-12T09:02"),
    "13/02/2024": ("2024-02-13", "2024-02-13"),
    "02/13/2024": ("2024-02-13", "2024-02-13"),
    "29/02/2024": ("2024-02-29", "2024-02-29"),
    "07/07/2024": ("2024-07-07", "2024-07-07"),
    "2024-05-03": ("2024-05-03", "2024-05-03"),
    "May 3, 2024": ("2024-05-03", "2024-05-03"),
    "3 May 2024": ("2024-05-03", "2024-05-03"),
    "31/02/2024": (None, None),
    "02/31/2024": (None, None),
    "00/05/2024": (None, None),
    "13/13/2024": (None, None),
}


@pytest.mark.parametrize(("printed", "read"), CASES.items(), ids=CASES)
def test_a_date_is_read_in_either_order(printed: str, read: tuple[str | None, str | None]) -> None:
    assert (read_date(printed), read_date(printed, True)) == read
    assert (date_of(article(printed), MONTH), date_of(article(printed), DAY)) == read
    assert date_of(article(printed)) == read[0]


def test_the_order_never_decides_whether_it_is_a_date() -> None:
    for first in range(40):
        for second in range(40):
            printed = f"{first}/{second}/2023"
            assert (read_date(printed) is None) == (read_date(printed, True) is None), printed


@pytest.mark.parametrize(
    ("host", "date"),
    [
        ("a.example", "2024-03-05"),
        ("www.a.example", "2024-03-05"),
        ("WWW.A.EXAMPLE", "2024-03-05"),
        ("sport.a.example", "2024-03-05"),
        ("us.a.example", "2024-05-03"),
        ("b.example", "2024-05-03"),
        ("nota.example", "2024-05-03"),
        ("", "2024-05-03"),
    ],
)
def test_the_host_is_that_of_the_own_url(host: str, date: str) -> None:
    assert date_of(article("05/03/2024", host), BY_HOST) == date


def test_a_link_to_a_host_is_not_the_own_url() -> None:
    text = article("05/03/2024").replace("Monday", "[Monday](https://a.example/x)")
    assert date_of(text, BY_HOST) == "2024-05-03"


def test_both_dates_are_read_so() -> None:
    document = Reading(article("05/03/2024\n\nUpdated: 06/03/2024"), DAY).document
    assert (document["date"], document["updated"]) == ("2024-03-05", "2024-03-06")


# ----------------------------------------------------------------------------------------- settings


def test_a_host_without_an_order_has_that_of_all(tmp_path: Path) -> None:
    write(tmp_path, {"corpusfmt.toml": SETTINGS})
    orders = load(start=str(tmp_path)).date_orders
    assert orders == make_policy(load(start=str(tmp_path))).date_orders
    urls = (
        "https://a.example/x",
        "https://us.a.example/x",
        "https://b.example/x",
        "https://c.example/x",
        None,
    )
    assert [*map(orders.of, urls)] == ["day-first", *["month-first"] * 4]


def test_without_the_setting_there_is_no_order(tmp_path: Path) -> None:
    write(tmp_path, {"corpusfmt.toml": '[hosts."a.example"]\nrequire = []\n'})
    assert load(start=str(tmp_path)).date_orders == NO_ORDERS


# ---------------------------------------------------------------------------------------- functions


@pytest.mark.parametrize(
    ("order", "date"), [("day-first", "2024-03-05"), ("month-first", "2024-05-03")]
)
def test_functions_take_an_order(order: DateOrder, date: str) -> None:
    text = article("05/03/2024")
    parsed = corpusfmt.parse(text, date_order=order)
    assert parsed.date == date
    assert corpusfmt.format(text, date_order=order) == corpusfmt.serialize(parsed)
    found = {one.rule: one for one in corpusfmt.check(text, date_order=order).diagnostics}
    assert found["date-form"].expected == corpusfmt.serialize(parsed).split("\n")[2]
    assert "ambiguous-date" not in found
    assert all(one.fix is None or one.fix.safe for one in found.values())


def test_without_an_order_it_is_a_guess() -> None:
    text = article("05/03/2024")
    assert corpusfmt.parse(text).date == "2024-05-03"
    found = {one.rule: one for one in corpusfmt.check(text).diagnostics}
    assert (
        found["ambiguous-date"].message == "“05/03/2024” is ambiguous; it is read as May 03, 2024"
    )
    assert "date-form" not in found
    assert found["layout"].fix is not None
    assert not found["layout"].fix.safe


@pytest.mark.parametrize("function", [corpusfmt.parse, corpusfmt.format, corpusfmt.check])
def test_an_unknown_order_is_refused(function: Callable[..., object]) -> None:
    message = f"{function.__name__}() takes 'month-first' or 'day-first' as date_order, not 'dmy'"
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is compared
        function("x", date_order="dmy")
    assert str(caught.value) == message


# ----------------------------------------------------------------------------------------- commands


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path,
        {
            "corpusfmt.toml": SETTINGS,
            "a.txt": article("05/03/2024", "a.example"),
            "b.txt": article("05/03/2024", "b.example"),
            "us.txt": article("Updated: 05/03/2024", "us.a.example"),
        },
    )
    return tmp_path


WANTED = {"a.txt": "March 05, 2024", "b.txt": "May 03, 2024", "us.txt": "Updated: May 03, 2024"}


def lines(folder: Path) -> dict[str, str]:
    return {
        path.name: path.read_text("utf-8").split("\n")[2] for path in sorted(folder.glob("*.txt"))
    }


def test_check_does_not_report_what_is_settled(folder: Path) -> None:
    ended = run("check", "--report", "jsonl", ".")
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert {row.get("rule") for row in rows} >= {"date-form"}
    assert "ambiguous-date" not in ended.out


@pytest.mark.parametrize(
    "words",
    [
        ("fmt",),
        ("fmt", "--unsafe-fixes"),
        ("check", "--fix"),
        ("check", "--fix", "--select", "layout"),
        ("check", "--fix", "--select", "date-form"),
        ("check", "--fix", "--jobs", "2"),
    ],
    ids=" ".join,
)
def test_every_door_writes_the_same_date(words: tuple[str, ...], folder: Path) -> None:
    run(*words, ".")
    assert lines(folder) == WANTED
    assert run("fmt", "--check", ".").code == 0
    assert "ambiguous-date" not in run("check", ".").out


@pytest.mark.parametrize("name", WANTED)
def test_the_standard_input_has_its_host(name: str, folder: Path) -> None:
    ended = run("fmt", "-", stdin=(folder / name).read_bytes())
    assert ended.out.split("\n")[2] == WANTED[name]


def test_convert_reads_the_same_date(folder: Path) -> None:
    before = run("convert", ".", "--to", "jsonl").out
    dates = [
        json.loads(line).get("date", json.loads(line).get("updated"))
        for line in before.splitlines()
    ]
    assert dates == ["2024-03-05", "2024-05-03", "2024-05-03"]
    run("fmt", ".")
    after = run("convert", ".", "--to", "jsonl").out
    assert [json.loads(line) | {"source": 0} for line in before.splitlines()] == [
        json.loads(line) | {"source": 0} for line in after.splitlines()
    ]


def test_without_the_setting_fmt_leaves_the_file_alone(folder: Path) -> None:
    write(folder, {"corpusfmt.toml": ""})
    ended = run("fmt", "a.txt")
    assert ended.code == 1
    assert "ambiguous-date" in ended.out
    assert lines(folder)["a.txt"] == "05/03/2024"


# -------------------------------------------------------------------------------------------- fixes


def test_a_context_that_was_read_before_is_read_again() -> None:
    context = Context(article("05/03/2024"))
    assert context.reading.document["date"] == "2024-05-03"
    assert context.canonical
    Checker(default_policy(date_orders=DAY)).check(context)
    assert context.reading.document["date"] == "2024-03-05"
    assert "March 05" in context.canonical


def test_every_round_of_fixes_reads_by_the_same_orders() -> None:
    text = "\ufeff" + article("05/03/2024", "a.example").replace("Monday.", "Monday.  ")
    fixed = fix(Context(text), default_policy(date_orders=BY_HOST))
    assert "March 05, 2024" in fixed.text
    assert fixed.report.diagnostics == ()


def test_a_fix_that_gives_the_article_a_host_with_another_order_is_unsafe() -> None:
    text = article("05/03/2024") + "\nURL: https://a.example/2024/ferry-runs-again\n"
    [plain] = Checker(default_policy(only=["unlabelled-url"])).check(Context(text)).diagnostics
    assert plain.fix is not None
    assert plain.fix.safe
    policy = default_policy(only=["unlabelled-url"], date_orders=BY_HOST)
    [other] = Checker(policy).check(Context(text)).diagnostics
    assert other.fix is not None
    assert (other.fix.edits, other.fix.safe) == (plain.fix.edits, False)


def test_articles_are_read_again_by_the_same_orders() -> None:
    context = Context(article("05/03/2024", "a.example"), "a.txt")
    again: list[Context] = []

    def read(path: str) -> Context:
        again.append(Context(article("05/03/2024", "a.example"), path))
        return again[-1]

    policy = default_policy(date_orders=DAY)
    checker = Checker(policy)
    results = [checker.check_one(context), checker.check_one(Context(context.text, "b.txt"))]
    assert [*compare(results, policy, read)]
    assert {one.reading.document["date"] for one in again} == {"2024-03-05"}
