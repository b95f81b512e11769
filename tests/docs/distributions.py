"""Folders with what corpusfmt needs to run and to be built, copied from where the tests run."""

import shutil
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.built_once import built_once


def dependencies_of_corpusfmt(factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what corpusfmt depends on."""

    def copy_all(target: Path) -> None:
        for package in needed("corpusfmt", {}).values():
            copy_distribution(package, target)

    return built_once(factory, "dependencies", copy_all)


def build_backend(factory: pytest.TempPathFactory) -> Path:
    """Return a folder that builds corpusfmt, which must not stay where it is installed."""
    return built_once(
        factory,
        "backend",
        lambda target: copy_distribution(distribution("setuptools"), target),
    )


def needed(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """Return the distributions that one needs at run time, and those that they need in turn."""
    for line in distribution(name).requires or ():
        requirement = Requirement(line)
        if requirement.name not in found and (
            not requirement.marker or requirement.marker.evaluate({"extra": ""})
        ):
            found[requirement.name] = distribution(requirement.name)
            needed(requirement.name, found)
    return found


def copy_distribution(package: Distribution, target: Path) -> None:
    """Copy the files of a distribution, without what Python has compiled."""
    for file in package.files or ():
        if ".." not in file.parts and "__pycache__" not in file.parts:
            (target / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(file.locate()), target / file)
