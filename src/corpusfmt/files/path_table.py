"""A sequence of paths that takes little memory: some 25 bytes for each file of a large folder."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, islice, pairwise, repeat
from operator import le

from corpusfmt.text.annotations import overload

_ENCODING, _ERRORS = "utf-8", "surrogatepass"
_BLOCK = 1024
"""How many names are decoded at once."""


class PathTable(Sequence[str]):
    """Paths in a given order, each as the number of its folder and its name.

    It compares equal to any sequence of the same paths. Paths are added at the end only, and have
    no NUL character, which is after each name.
    """

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self._folders: list[str] = []
        self._numbers: dict[str, int] = {}
        self._folder_of = array("I")
        self._names = bytearray()
        self._ends = array("Q", (0,))
        self._last = ("", -1)  # the last folder, and its number
        self._last_path = ""
        self.is_sorted = True
        """Whether the paths are sorted."""
        for path in paths:
            self.append(path)

    def append(self, path: str) -> None:
        """Add a path."""
        start = path.rfind("/") + 1
        self._folder_of.append(self._number(path[:start]))
        self._names += path[start:].encode(_ENCODING, _ERRORS) + b"\0"
        self._ends.append(len(self._names))
        self.is_sorted = self.is_sorted and self._last_path <= path
        self._last_path = path

    def extend(self, folder: str, names: Sequence[str]) -> None:
        """Add the paths of files in a folder, which is "" or ends in "/"; names have no "/"."""
        if not names:
            return
        in_order = self._last_path <= folder + names[0] and all(map(le, names, names[1:]))
        self.is_sorted = self.is_sorted and in_order
        self._last_path = folder + names[-1]
        self._folder_of.extend(repeat(self._number(folder), len(names)))
        joined = "\0".join(names).encode(_ENCODING, _ERRORS)
        encoded = names if joined.isascii() else joined.split(b"\0")
        ends = accumulate((len(name) + 1 for name in encoded), initial=len(self._names))
        self._ends.extend(islice(ends, 1, None))
        self._names += joined + b"\0"

    def middle(self) -> int:
        """Return the number of the first file of a folder in the second half, or the length."""
        half, length = len(self) // 2, len(self)
        folders = self._folder_of
        differing = (n for n in range(half, length) if folders[n] != folders[n - 1])
        return next(differing, length) if half else length

    def runs(self, start: int = 0, stop: int | None = None) -> Iterator[tuple[str, list[str]]]:
        """Yield the folders of files that follow each other, with their names.

        These are the files from the number ``start`` to before ``stop``.
        """
        for number, group in groupby(islice(self._folder_of, start, stop)):
            end = start + sum(1 for _ in group)
            names = self._names[self._ends[start] : self._ends[end] - 1]
            yield self._folders[number], names.decode(_ENCODING, _ERRORS).split("\0")
            start = end

    def all_end_with(self, endings: Sequence[str]) -> bool:
        """Return whether each path ends with one of some endings, which are no ends of each other.

        That takes a hundredth of the time of a look at each path.
        """
        return sum(self._names.count(f"{one}\0".encode()) for one in endings) == len(self)

    def has_character(self, character: str) -> bool:
        """Return whether a character of ASCII is in a path."""
        in_folders = any(character in folder for folder in self._folders)
        return in_folders or character.encode() in self._names

    def parts(self) -> Iterator[bytes]:
        """Yield bytes that are those of another table only if that has the same paths."""
        yield "\0".join((*self._folders, "")).encode(_ENCODING, _ERRORS)
        yield self._folder_of.tobytes()
        yield bytes(self._names)

    def _number(self, folder: str) -> int:
        last, number = self._last
        if number < 0 or last != folder:
            number = self._numbers.setdefault(folder, len(self._folders))
            if number == len(self._folders):
                self._folders.append(folder)
            self._last = folder, number
        return number

    def __len__(self) -> int:
        return len(self._folder_of)

    def __iter__(self) -> Iterator[str]:
        folders = self._folders
        for start in range(0, len(self), _BLOCK):  # a sixth of the time that one by one takes
            end = min(start + _BLOCK, len(self))
            names = self._names[self._ends[start] : self._ends[end]].decode(_ENCODING, _ERRORS)
            for name, number in zip(names.split("\0"), self._folder_of[start:end], strict=False):
                yield folders[number] + name

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> PathTable: ...

    def __getitem__(self, index: int | slice) -> str | PathTable:
        if isinstance(index, slice):
            return PathTable(map(self._path, range(len(self))[index]))
        if 0 <= index < len(self._folder_of):
            return self._path(index)
        return self._path(range(len(self))[index])

    def __contains__(self, path: object) -> bool:
        if not isinstance(path, str):
            return False
        folder, slash, _ = path.rpartition("/")
        return folder + slash in self._numbers and any(own == path for own in self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str | bytes):
            return NotImplemented
        return len(self) == len(other) and all(map(str.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"PathTable({list(self)!r})"

    def _path(self, index: int) -> str:
        name = self._names[self._ends[index] : self._ends[index + 1] - 1]
        return self._folders[self._folder_of[index]] + name.decode(_ENCODING, _ERRORS)


def sorted_paths(paths: Sequence[str]) -> Sequence[str]:
    """Return the paths sorted, and without a copy if they are."""
    if isinstance(paths, PathTable):
        return paths if paths.is_sorted else PathTable(sorted(paths))
    if all(first <= second for first, second in pairwise(paths)):
        return paths
    return PathTable(sorted(paths))
