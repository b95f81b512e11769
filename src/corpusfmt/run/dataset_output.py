"""Write a table and the files about it to a folder, which is then a data set."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator

from corpusfmt.convert.dataset_card import DATA_FILE, Dataset, dataset_files
from corpusfmt.run.output import OutputFolder


def write_dataset(folder: OutputFolder, pieces: Iterator[bytes], rows: Callable[[], int]) -> None:
    """Write the pieces of the table and then, unless there are none, the files about it.

    ``rows`` returns the number of rows once the table is written. Raise WriteError if a file cannot
    be written.
    """
    digest = hashlib.sha256()
    size = 0

    def counted() -> Iterator[bytes]:
        nonlocal size
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            yield piece

    if not folder.write_pieces(DATA_FILE, counted(), "the articles"):
        return
    name = os.path.basename(os.path.abspath(folder.root))
    dataset = Dataset(name, rows(), size, digest.hexdigest())
    for path, data in dataset_files(dataset):
        folder.write(path, data, "the data set")
