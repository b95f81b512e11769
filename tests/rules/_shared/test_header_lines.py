"""Lines in the place of the header are found without a look at each long paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.lint import Context
from corpusfmt.rules._shared.header_lines import (
    _lines_of_block,
    _may_have_lines,
    unread_lines_below,
)
from corpusfmt.syntax.dates import looks_like_date

_LONG = (
    "The first ferry since October sailed on Monday with 61 passengers, and the crew waved. " * 2
)
_BLOCKS = st.sampled_from(
    (
        "Ada Brook",
        "2 hours ago",
        _LONG,
        f"{_LONG}\nAda Brook",
        f"Skarv\\\n{_LONG}",
        f"## {_LONG}",
        f"- {_LONG}",
        "1. March 2023",
        f"[{_LONG}\nby car](https://skerrynews.example)",
    )
)


@given(st.lists(_BLOCKS, max_size=8))
def test_blocks_that_are_skipped_have_no_lines(blocks: list[str]) -> None:
    context = Context("\n\n".join(["# Ferry Runs Again", *blocks, ""]))
    count = len(context.texts)
    skipped = set(range(count)).difference(_may_have_lines(context, 0, count))
    assert not any(_lines_of_block(context, number) for number in skipped)


@given(st.lists(_BLOCKS, max_size=8))
def test_lines_that_look_like_dates_are_found_below(blocks: list[str]) -> None:
    blocks = [_LONG, _LONG, *blocks, "[Ferries\nyesterday\nran](https://skerrynews.example)"]
    context = Context("\n\n".join(["# Ferry Runs Again", "\n", *blocks, ""]))
    found = {line.text for line in unread_lines_below(context) if looks_like_date(line.text)}
    assert found == {"yesterday"}
