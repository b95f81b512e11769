"""The shape of a text has the kinds of its letters and digits."""

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.lint import Context
from corpusfmt.rules._shared.shape import around_digits, shape


@given(st.text("a0A. \n", max_size=60))
def test_what_is_beside_four_digits_is_around_them(text: str) -> None:
    context = Context(text)
    for part in (b"a0000", b"0000aa", b"0000"):
        assert (part in around_digits(context)) == (part in shape(context))
