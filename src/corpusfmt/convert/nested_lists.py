"""Items of lists as elements of HTML or XML, in lists that contain each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from corpusfmt.model.document import ItemBlock

_Tags = tuple[str, str]
"""The tags that begin and end an element."""


class ListForm(NamedTuple):
    """The tags of lists, and what begins and ends an item.

    ``start_item`` returns the tag of an item, and its content.
    """

    numbered: _Tags
    unordered: _Tags
    start_item: Callable[[ItemBlock], str]
    item_end: str


def write_list(items: Sequence[ItemBlock], form: ListForm) -> Iterator[str]:
    """Yield the lines of a list; an item of more depth is in a list in the item before it."""
    open_lists: list[_Tags] = []
    for item in items:
        depth = item.get("depth", 0)
        tags = form.numbered if "number" in item else form.unordered
        start = ""
        while len(open_lists) > depth + 1:
            start += form.item_end + open_lists.pop()[1]
        if len(open_lists) == depth + 1:
            start += form.item_end
            if open_lists[-1] != tags:
                start += open_lists.pop()[1]
        if len(open_lists) == depth:
            start += tags[0]
            open_lists.append(tags)
        yield start + form.start_item(item)
    if open_lists:
        yield "".join(form.item_end + tags[1] for tags in reversed(open_lists))
