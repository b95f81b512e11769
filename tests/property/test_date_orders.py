"""Everything reads a numeric date in one order, and canonical text the same in every order."""

from typing import cast

from hypothesis import assume, given
from hypothesis import strategies as st

from corpusfmt.config.policy import default_policy
from corpusfmt.convert.reading import read_documents
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix
from corpusfmt.model.document import Document
from corpusfmt.syntax.date_order import DATE_ORDERS, NO_ORDERS, DateOrder, DateOrders
from corpusfmt.syntax.normal_form import LOST_CONTROL, normalize_document
from corpusfmt.syntax.reading import Reading, read_document
from corpusfmt.syntax.roundtrip import write_reading
from corpusfmt.syntax.writer import write_document
from corpusfmt.testing import documents, mutated_articles

HOSTS: dict[str, DateOrder | None] = {"a.example": "day-first", "us.a.example": "month-first"}
ORDERS = [
    NO_ORDERS,
    *map(DateOrders, DATE_ORDERS),
    DateOrders("month-first", HOSTS),
    DateOrders(None, HOSTS),
]

_numbers = st.integers(1, 12) | st.integers(0, 32)
_times = st.sampled_from(("", " 09:02", ", 9:02 pm"))
_dates = st.builds(
    lambda a, b, year, time: f"{a:02}/{b}/{year}{time}",
    _numbers,
    _numbers,
    st.integers(1990, 2030),
    _times,
)
_urls = st.sampled_from(
    (None, "https://a.example/x", "https://www.us.a.example/x", "https://b.example/x")
)


@st.composite
def numeric(draw: st.DrawFn) -> str:
    """Draw an article with one or two numeric dates."""
    document = normalize_document(draw(documents()))
    url = draw(_urls)
    replaced = ("date", "updated", "source", "url")
    fields = {name: value for name, value in document.items() if name not in replaced}
    if url is not None:
        fields["url"] = url
    text = write_document(cast("Document", fields))
    title, _, rest = text.partition("\n")
    dates = [draw(_dates)] + [f"Updated: {draw(_dates)}"] * draw(st.booleans())
    return "\n".join([title, *dates, rest])


def without_dates(document: Document) -> dict[str, object]:
    return {name: value for name, value in document.items() if name not in ("date", "updated")}


def assert_read_alike(text: str, orders: DateOrders) -> None:
    document = read_document(text, orders)
    plain = read_document(text)
    assert without_dates(document) == without_dates(plain)
    assert document.keys() == plain.keys()

    canonical = write_reading(Reading(text, orders))
    assert all(read_document(canonical, others) == document for others in ORDERS)
    assert all(write_reading(Reading(canonical, others)) == canonical for others in ORDERS)

    policy = default_policy(only=["layout", "date-form"], date_orders=orders)
    context = Context(text)
    Checker(policy).check(context)
    assert context.reading.document == document
    assert context.canonical == canonical
    fixed = fix(Context(text), policy)
    assert read_document(fixed.text, orders) == document
    for outcome in read_documents(text.encode(), "a.txt", "text", orders):
        assert outcome.document is None or outcome.document.pop("source")
        assert outcome.document in (None, document)


def assert_reported_unless_settled(text: str) -> None:
    """Check that a date of two readings is reported, unless the settings choose one."""
    for orders in ORDERS[1:3]:
        policy = default_policy(only=["ambiguous-date"], date_orders=orders)
        assert Checker(policy).check(Context(text)).diagnostics == ()
    other = [read_document(text, orders) for orders in ORDERS[1:3]]
    policy = default_policy(only=["ambiguous-date"])
    assert bool(Checker(policy).check(Context(text)).diagnostics) == (other[0] != other[1])


@given(numeric(), st.sampled_from(ORDERS))
def test_everything_reads_a_date_in_the_same_order(text: str, orders: DateOrders) -> None:
    assert_read_alike(text, orders)
    assert_reported_unless_settled(text)


@given(mutated_articles(), _dates, st.sampled_from(ORDERS))
def test_so_it_is_in_damaged_articles(text: str, date: str, orders: DateOrders) -> None:
    title, _, rest = text.partition("\n")
    text = f"{title}\n{date}\n{rest}"
    assume(not LOST_CONTROL.search(text))
    assert_read_alike(text, orders)
