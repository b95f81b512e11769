"""The digest of a file."""

from __future__ import annotations

from corpusfmt.files.read import WriteError, reason_of


def digest_of_file(path: str) -> str | None:
    """Return the SHA-256 of a file that was written, in hexadecimal; None where there is none.

    Raise WriteError if it cannot be read.
    """
    from hashlib import file_digest

    try:
        with open(path, "rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise WriteError(path, reason_of(error)) from error
