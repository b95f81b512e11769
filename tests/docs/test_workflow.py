"""The CI workflow of the project."""

import re
from typing import Any

import yaml

from tests.checkout import PROJECT, ROOT

WORKFLOW: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))


def commands() -> list[str]:
    """Return the commands of all jobs."""
    steps = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]
    return [line for step in steps for line in step.get("run", "").splitlines()]


def test_the_tests_run_on_each_python_that_the_project_names() -> None:
    named = [
        one.rpartition(" ")[2]
        for one in PROJECT["project"]["classifiers"]
        if re.search(r":: 3\.\d+$", one)
    ]
    assert WORKFLOW["jobs"]["test"]["strategy"]["matrix"]["python"] == named


def test_a_command_that_fails_ends_its_step() -> None:
    # In PowerShell, the standard shell on Windows, only the last command of a step does.
    assert WORKFLOW["defaults"]["run"]["shell"] == "bash"


def test_the_targets_of_make_exist() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    named = [line.split()[1] for line in commands() if line.startswith("make ")]
    assert named
    assert set(named) <= set(targets)


def test_a_checkout_changes_no_byte() -> None:
    assert "* -text\n" in (ROOT / ".gitattributes").read_text("utf-8")
