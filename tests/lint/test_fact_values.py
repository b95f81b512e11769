"""Facts are values of JSON on the way."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.lint.fact_values import from_fact, to_fact

FACTS = st.recursive(
    st.text() | st.binary() | st.integers(-(2**40), 2**40) | st.none(),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
)


@given(FACTS)
def test_facts_come_back(fact: object) -> None:
    assert to_fact(json.loads(json.dumps(from_fact(fact)))) == fact


@pytest.mark.parametrize("value", [{}, {"bytes": 1}, {"bytes": "0"}, {"bytes": "", "more": ""}])
def test_other_objects_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        to_fact(value)
