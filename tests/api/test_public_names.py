"""The public names: each is there, has its type, and is loaded at its first use."""

import builtins
import inspect
import pydoc
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import corpusfmt
from corpusfmt import errors, types
from tests.api import typed_client
from tests.checkout import ROOT

NAMES = dir(corpusfmt)
MOST_NAMES = 14
DOORS = (errors, types)
"""The modules that have the other names."""


def python(code: str) -> str:
    """Return what a new interpreter prints."""
    done = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def test_dir_lists_the_public_names() -> None:
    assert sorted({*corpusfmt.__all__, "format"}) == NAMES
    assert python("import corpusfmt; print(*dir(corpusfmt))").split() == NAMES


def test_there_are_few_names() -> None:
    assert len(NAMES) <= MOST_NAMES


@pytest.mark.parametrize("module", DOORS)
def test_each_of_the_other_names_has_one_door(module: ModuleType) -> None:
    others = {name for door in (corpusfmt, *DOORS) if door is not module for name in door.__all__}
    own = set(module.__all__) - {"CorpusfmtError"}
    assert not own & others
    assert own <= {name for name in vars(module) if name[0].isupper()}
    assert "_" not in {name[0] for name in own}


def test_every_exception_has_the_base() -> None:
    for name in errors.__all__:
        assert issubclass(getattr(errors, name), corpusfmt.CorpusfmtError)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_exists_and_is_documented(name: str) -> None:
    value = getattr(corpusfmt, name)
    if inspect.isclass(value) or inspect.isfunction(value):
        documentation = value.__doc__ or ""
        assert documentation.strip()
        # A dataclass without a docstring is given its signature.
        assert not documentation.startswith(f"{name}(")


def test_names_are_loaded_on_demand() -> None:
    loaded = python(
        "import sys, corpusfmt; "
        "print(*(name for name in sys.modules if name.startswith('corpusfmt')))"
    )
    assert loaded.split() == ["corpusfmt"]


def test_a_star_import_hides_no_builtin() -> None:
    assert set(vars(builtins)) & set(corpusfmt.__all__) == set()
    assert "_" not in {name[0] for name in corpusfmt.__all__ if not name.startswith("__")}
    assert python(
        "from corpusfmt import *; print(format(2.5, '.2f'), parse('# T').title)"
    ).split() == ["2.50", "T"]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(
        AttributeError, match=r"^module 'corpusfmt' has no attribute 'Paragraf'$"
    ) as caught:
        corpusfmt.Paragraf  # type: ignore[attr-defined]  # noqa: B018
    assert (caught.value.name, caught.value.obj) == ("Paragraf", corpusfmt)


def test_help_shows_every_function() -> None:
    page = pydoc.plain(pydoc.render_doc(corpusfmt))
    assert [name for name in NAMES if name not in page] == ["__version__"]  # its value is shown


@pytest.mark.parametrize("name", ["Block", "Inline"])
def test_an_alias_has_members(name: str) -> None:
    article = corpusfmt.parse("# T\n\n\n\nSome **text**.\n")
    assert isinstance(article.body[0], getattr(types, name)) == (name == "Block")


def test_the_typed_client_runs() -> None:
    typed_client.main()


@pytest.mark.slow
def test_clients_have_no_error_for_mypy(tmp_path: Path) -> None:
    readme = tmp_path / "readme.py"
    readme.write_text(readme_code(), "utf-8")
    clients = (str(ROOT / "tests" / "api" / "typed_client.py"), str(readme))
    command = (sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *clients)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.returncode) == ("", 0)


def readme_code() -> str:
    """Return what the README has a user type into Python."""
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    return "".join(
        f"{line[4:]}\n" for line in lines if line.startswith((">>> ", "... ")) or line == "..."
    )
