"""What is built holds what it must, and works where it is installed: from the wheel, which is built
from the source distribution, and from the checkout.

Each way of installing has a virtual environment of its own, with the dependencies that the package
names and nothing else: none of the tools of the developers, and no network.
"""

import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.built_once import built_once
from tests.checkout import PROJECT, ROOT, copy_checkout
from tests.docs.distributions import build_backend, dependencies_of_corpusfmt

VERSION = PROJECT["project"]["version"]
PACKAGES = PROJECT["tool"]["setuptools"]["packages"]
FOLDERS = PROJECT["tool"]["setuptools"]["package-dir"]


class Built(NamedTuple):
    """A copy of the checkout, the files it was made of, and what was built from it."""

    checkout: Path
    files: list[str]
    wheel: Path
    sdist: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = built_once(tmp_path_factory, "packaging", build)
    files = (folder / "files").read_text("utf-8").split("\0")
    [wheel] = (folder / "dist").glob("*.whl")
    [sdist] = (folder / "dist").glob("*.tar.gz")
    return Built(folder / "checkout", files, wheel, sdist)


def build(folder: Path) -> None:
    """Copy the checkout, list its files, and build wheel and source distribution from it.

    Without further options, ``build`` makes the wheel from the source distribution: what works from
    the one works from the other.
    """
    checkout, dist = folder / "checkout", folder / "dist"
    files = copy_checkout(checkout)
    (folder / "files").write_text("\0".join(files), "utf-8")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", dist, checkout)


@pytest.fixture(scope="module", params=["wheel", "editable"])
def installed(
    request: pytest.FixtureRequest,
    built: Built,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Return the folder of programs of a virtual environment with corpusfmt installed."""
    dependencies = dependencies_of_corpusfmt(tmp_path_factory)
    backend = build_backend(tmp_path_factory)
    targets: dict[str, list[str | Path]] = {
        "wheel": [built.wheel],
        "editable": ["--editable", built.checkout],
    }
    folder = built_once(
        tmp_path_factory,
        request.param,
        lambda folder: install(
            folder / "with a blank", targets[request.param], dependencies, backend
        ),
    )
    return programs_of(folder / "with a blank")


def programs_of(environment: Path) -> Path:
    """Return the folder of programs of a virtual environment."""
    return environment / ("Scripts" if os.name == "nt" else "bin")


def install(folder: Path, what: list[str | Path], dependencies: Path, backend: Path) -> None:
    """Install what is named into a new virtual environment."""
    venv.create(folder, symlinks=os.name != "nt")
    programs = programs_of(folder)
    site = run(
        programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"
    ).strip()
    Path(site, "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    pip = (
        sys.executable,
        "-m",
        "pip",
        "--python",
        programs / "python",
        "--disable-pip-version-check",
    )
    options = ("--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--no-compile")
    run(*pip, "install", *options, *what, PYTHONPATH=str(backend))
    if "--editable" not in what:  # what it needs is the same
        run(*pip, "check")


def run(*command: object, **variables: str) -> str:
    """Return what a command printed; fail with all it said where it failed."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "PYTHONHOME")
    }
    done = subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=environment | {"PYTHONUTF8": "1"} | variables,
        cwd=Path(sys.executable).anchor,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


SUFFIXES = (".py", ".typed", ".lark", ".table", ".json", ".txt")
"""The endings of the files that packages have, beside their assets."""


def package_files(checkout: Path) -> Iterator[str]:
    """Yield the files that the packages must have when installed, by what lies in their folders."""
    for package in PACKAGES:
        folder = checkout / (FOLDERS.get(package) or f"src/{package.replace('.', '/')}")
        for path in (
            *folder.iterdir(),
            *folder.glob("data/*.txt"),
            *folder.glob("words/byline_*.txt"),
            *folder.glob("words/dates/weeks.txt"),
            *folder.glob("assets/**/*"),
        ):
            if path.is_file() and (path.suffix in SUFFIXES or "assets" in path.parts):
                yield f"{package.replace('.', '/')}/{path.relative_to(folder).as_posix()}"


def test_the_version_is_the_same_everywhere() -> None:
    import corpusfmt

    assert corpusfmt.__version__ == VERSION


def test_the_wheel_holds_the_packages_and_nothing_else(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as wheel:
        names = [
            name
            for name in wheel.namelist()
            if not name.startswith(f"corpusfmt-{VERSION}.dist-info/")
        ]
        licence = wheel.read(f"corpusfmt-{VERSION}.dist-info/licenses/LICENSE")
    assert sorted(names) == sorted(package_files(built.checkout))
    assert licence == (ROOT / "LICENSE").read_bytes()
    assert {
        "corpusfmt/py.typed",
        "corpusfmt/grammar/article.lark",
        "corpusfmt/grammar/inline.lark",
    } <= set(names)
    assert "corpusfmt/schema/article.schema.json" in names
    assert "corpusfmt/rules/_shared/data/boilerplate_whole.txt" in names


def test_the_source_distribution_holds_the_checkout(built: Built) -> None:
    with tarfile.open(built.sdist) as sdist:
        names = {name.split("/", 1)[1] for name in sdist.getnames() if "/" in name}
        files = {member.name.split("/", 1)[1] for member in sdist.getmembers() if member.isfile()}
    made = {"PKG-INFO", "setup.cfg"} | {
        name for name in names if name.startswith("corpusfmt.egg-info")
    }
    left_out = {".gitignore", ".ci/run", "action.yml"}
    assert files - made == set(built.files) - left_out
    assert {"LICENSE", "corpus/LICENSE", "CHANGELOG.md", "docs/spec.md"} <= files


def test_the_program_says_its_version(installed: Path) -> None:
    assert run(installed / "corpusfmt", "--version") == f"corpusfmt {VERSION}\n"
    assert (
        run(installed / "python", "-I", "-m", "corpusfmt", "--version") == f"corpusfmt {VERSION}\n"
    )


def test_the_package_data_is_found(built: Built, installed: Path) -> None:
    script = """if True:
        from importlib.resources import files
        folders = (
            ("corpusfmt.grammar", ""),
            ("corpusfmt.schema", ""),
            ("corpusfmt.rules", ""),
            ("corpusfmt.rules._shared", "data"),
            ("corpusfmt.convert.importers", "data"),
            ("corpusfmt.grammar", "words"),
            ("corpusfmt.grammar", "words/dates"),
            ("corpusfmt.stats", "assets"),
            ("corpusfmt.stats", "assets/uplot"),
        )
        for package, folder in folders:
            for path in files(package).joinpath(folder).iterdir():
                is_read = path.name.startswith("byline_") or path.name == "weeks.txt"
                if folder.startswith("words") and not is_read:
                    continue  # a checkout has those that only make generate reads
                if path.is_file() and not path.name.endswith(".py"):
                    print("/".join(filter(None, (package.replace(".", "/"), folder, path.name))))
        print("corpusfmt/py.typed" if files("corpusfmt").joinpath("py.typed").is_file() else "")
    """
    expected = {name for name in package_files(built.checkout) if not name.endswith(".py")}
    assert set(run(installed / "python", "-I", "-c", script).split()) == expected


def test_every_module_can_be_imported(built: Built, installed: Path) -> None:
    modules = [
        re.sub(r"(/__init__)?\.py$", "", name).replace("/", ".")
        for name in package_files(built.checkout)
        if name.endswith(".py")
        and not name.startswith("corpusfmt/testing/")
        and not name.endswith("__main__.py")
    ]
    script = f"import importlib\nfor name in {sorted(modules)}: importlib.import_module(name)"
    run(installed / "python", "-I", "-c", script)


def test_the_strategies_ask_for_the_extra_that_they_need(installed: Path) -> None:
    script = """if True:
        try:
            import corpusfmt.testing
        except ImportError as error:
            print(error)
    """
    message = "corpusfmt.testing needs hypothesis: install corpusfmt[testing]\n"
    assert run(installed / "python", "-I", "-c", script) == message


def test_an_article_is_read_and_written(installed: Path) -> None:
    text = "# Title\n\nBy Someone\n\n\n\n**A credit**\n\nA paragraph.\n\nOriginal url:\n\n<https://press.example/1>\n"
    script = f"import corpusfmt; print(corpusfmt.serialize(corpusfmt.parse({text!r})), end='')"
    assert run(installed / "python", "-I", "-c", script) == text


def test_an_article_is_checked(installed: Path) -> None:
    article = ROOT / "corpus" / "en-market-close-brief.txt"
    run(installed / "corpusfmt", "check", article)
