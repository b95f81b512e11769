"""The changelog tells of the version that the package has."""

import re

from corpusfmt.rules import NAMES
from tests.checkout import PROJECT, ROOT


def test_the_top_version_is_the_package_s() -> None:
    headings = re.findall(
        r"^## \[(.+)\] - (unreleased|\d{4}-\d\d-\d\d)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M
    )
    assert headings[0][0] == PROJECT["project"]["version"]


def test_the_rules_are_counted() -> None:
    counts = re.findall(r"(\d+) rules of five levels", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert counts == [str(len(NAMES))]
