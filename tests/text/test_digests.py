"""The digest is that of hashlib, whichever module it is from."""

import hashlib

from corpusfmt.text.digests import blake2b


def test_the_digest_is_that_of_hashlib() -> None:
    expected = hashlib.blake2b(b"text", digest_size=20).digest()
    digest = blake2b(b"te", digest_size=20)
    digest.update(b"xt")
    assert digest.digest() == expected
