"""What an output format is: its declaration, and the options it can have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from corpusfmt.convert.features import FEATURES
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.annotations import TYPE_CHECKING, Literal
from corpusfmt.text.values import dataclass, field

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

    Render = Callable[[Document, "Options"], bytes]
    Join = Callable[[Iterable[bytes], "Options"], Iterator[bytes]]

Layout = Literal["articles", "stream", "dataset"]
"""A file for each article, one file of all, or that file in a folder with others about it."""


class ConversionError(CorpusfmtError):
    """An article that a format cannot hold; the message says which field, and why."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a conversion; a format uses those that its declaration names.

    ``fields`` are the fields of a row, in their order; ``template`` is the form of its line.
    ``feed_title`` is the title of a feed, and ``updated`` the time of its entries that have none.
    """

    fields: tuple[str, ...] | None = None
    template: str | None = None
    feed_title: str = "Articles"
    updated: str | None = None


NO_OPTIONS = Options()


def concatenate(pieces: Iterable[bytes], options: Options) -> Iterator[bytes]:
    """Yield the articles of a stream as they are."""
    yield from pieces


@dataclass(frozen=True, slots=True)
class Format:
    """An output format.

    ``suffixes`` are the endings of its files, the first that of those that are written. ``carries``
    has the features that the output has, each with where they are, and ``drops`` the others, each
    with the reason; ``drops_of`` returns these if they depend on the options.

    ``render`` returns the bytes of a document in normal form, or, with ``keeps_form``, in the form
    that it has; ``join`` puts these together to a stream. ``definition`` is where the format is
    defined, in Markdown, and ``checked_by`` is what the tests read it with. ``modules`` are those
    of other packages that it needs, which ``extra`` installs. ``is_joined`` is whether articles can
    be written one after the other to the standard output.
    """

    name: str
    title: str
    summary: str
    definition: str
    checked_by: str
    suffixes: tuple[str, ...]
    layout: Layout
    render: Render
    carries: Mapping[str, str]
    drops: Mapping[str, str] = field(default_factory=dict)
    drops_of: Callable[[Options], Mapping[str, str]] | None = None
    join: Join = concatenate
    options: tuple[str, ...] = ()
    extra: str | None = None
    modules: tuple[str, ...] = ()
    keeps_form: bool = False
    is_joined: bool = True

    def __post_init__(self) -> None:
        both = self.carries.keys() & self.drops.keys()
        neither = FEATURES.keys() - self.carries.keys() - self.drops.keys()
        assert not both, f"{self.name}: both {both}"
        assert not neither, f"{self.name}: neither {neither}"

    @property
    def suffix(self) -> str:
        """The ending of the files that are written."""
        return self.suffixes[0]

    def dropped(self, options: Options) -> Mapping[str, str]:
        """Return the features that are dropped with these options, each with the reason."""
        return self.drops if self.drops_of is None else self.drops_of(options)


def same_place(place: str, *names: str) -> dict[str, str]:
    """Return the features of these names, or all, that are at one place in the output."""
    return dict.fromkeys(names or FEATURES, place)
