"""Strategies for values of JSON."""

from hypothesis import strategies as st

_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
)


def _containers(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    names = st.text(max_size=4)
    return st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3)


JSON_VALUES: st.SearchStrategy[object] = st.recursive(_SCALARS, _containers, max_leaves=15)
