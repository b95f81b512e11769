"""The changelog tells of the version that the package has."""

import re

from tests.checkout import PROJECT, ROOT


def test_the_top_version_is_the_package_s() -> None:
    headings = re.findall(
        r"^## \[(.+)\] - (unreleased|\d{4}-\d\d-\d\d)$",
        (ROOT / "CHANGELOG.md").read_text("utf-8"),
        re.M,
    )
    assert headings[0][0] == PROJECT["project"]["version"]
