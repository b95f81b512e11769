"""What decides which bytes a run writes, as digests: by them a run knows that it goes on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from corpusfmt.files.inputs import Inputs
from corpusfmt.files.stamp import stamp_of
from corpusfmt.text.digests import blake2b


def digest_of_texts(texts: Iterable[str]) -> str:
    """Return one digest of some texts."""
    digest = blake2b(digest_size=16)
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return digest.digest().hex()


def stamps_of(texts: Inputs) -> Iterator[str]:
    """Yield the files that are read, with their stamps; those at URLs have none."""
    revision = texts.options.revision
    if revision is not None:
        yield revision.revision.commit
    for path in texts.files:
        yield path
        if revision is None:
            yield _stamp(path)


def _stamp(path: str) -> str:
    try:
        return stamp_of(os.stat(path)).hex()
    except (OSError, ValueError):
        return ""
