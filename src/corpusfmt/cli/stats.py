"""``corpusfmt stats``: what a corpus consists of, as tables, JSON, and a page for the browser."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace

from corpusfmt import __version__
from corpusfmt.cli import console, options, session
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.check_arguments import add_rules
from corpusfmt.cli.report_file import write_report
from corpusfmt.cli.run_progress import StageProgress
from corpusfmt.cli.showing import show_files
from corpusfmt.config.policy import make_policy
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.heartbeat import HEARTBEAT
from corpusfmt.files.path_table import sorted_paths
from corpusfmt.run.stats_run import StatsPlan, StatsRun
from corpusfmt.stats.json_report import render_json
from corpusfmt.stats.summary import Summary, summarize
from corpusfmt.stats.table import render_table
from corpusfmt.text.display import count
from corpusfmt.text.suggestion import quoted

DESCRIPTION = """Report what a corpus consists of.

The articles are counted by month, host, author, language and length, with the fields that they
have, their findings by rule and host, the files that are not articles, articles that are alike, and
paragraphs that several articles share. Months are those of the dates, hosts those of the URLs of
the articles; the language is guessed. Findings are those of “corpusfmt check”, without a baseline.

--html writes a page for the browser that needs no network: plots, tables to sort and filter, and
the findings in their articles. Of a large corpus it shows a sample of articles and findings, always
the same one, and says so; the figures are those of all articles. Articles are not changed."""
EXAMPLES = """examples:
  corpusfmt stats corpus/                            tables on the terminal
  corpusfmt stats --html report.html corpus/         the same and more, as a page
  corpusfmt stats --report json=stats.json corpus/   for programs
  corpusfmt stats --ignore level-5 corpus/           without comparing the articles
  corpusfmt stats --top 50 corpus/                   up to 50 rows in each table
"""

_REPORTS = ("text", "json")
_TOP = 10


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    add_rules(parser)
    reports = parser.add_argument_group("reports")
    reports.add_argument(
        "--report",
        type=_report,
        default=("text", None),
        metavar="FORMAT[=FILE]",
        help="format and file of the report (default: text, standard output); "
        f"formats: {', '.join(_REPORTS)}",
    )
    reports.add_argument(
        "--html",
        type=options.written_path,
        metavar="FILE",
        help="also write a page for the browser",
    )
    reports.add_argument(
        "--top",
        type=_top,
        default=_TOP,
        metavar="N",
        help=f"the most rows of each table of the text report (default: {_TOP})",
    )


def run(arguments: argparse.Namespace) -> int:
    """Count, print or write the reports, and return the exit code."""
    settings, chosen = session.choose(arguments)
    if arguments.show_files:
        return show_files(chosen, texts_of(chosen, settings))
    _refuse_files(arguments, chosen)
    policy = make_policy(
        settings,
        select=arguments.select,
        extend_select=arguments.extend_select or (),
        ignore=arguments.ignore or (),
    )
    chosen = replace(chosen, files=sorted_paths(chosen.files))
    plan = StatsPlan(
        policy=policy,
        inputs=texts_of(chosen, settings),
        name=arguments.stdin_filename,
        details=arguments.html is not None,
        jobs=session.jobs_of(arguments),
    )
    return _count(arguments, StatsRun(plan), chosen)


def _count(arguments: argparse.Namespace, stats: StatsRun, chosen: Selection) -> int:
    texts = stats.plan.inputs
    results = session.with_progress(
        stats.measure_files(), texts.files, arguments, is_open=texts.is_streamed
    )
    try:
        for result in results:
            if result.report.error is not None:
                console.note_path(result.path, result.report.error)
        stage = StageProgress("comparing the articles", arguments.pace)
        with HEARTBEAT.calling(stage.update):
            stats.compare_files()
        if arguments.html is not None:
            stats.finish_details()
    except session.STOPPED as error:
        return session.stopped(error, session.so_far("counted", stats.measured, chosen), ())
    chosen = session.after_reading(chosen, texts, stats.measured + stats.failed)
    is_written = not chosen.files or _report_all(arguments, stats)
    if chosen.files:
        outcome = f"{count(stats.failed, 'file')} not read" if stats.failed else ""
        session.summarize("counted", stats.measured, chosen, [outcome])
    return session.code(chosen, found=False, failed=not is_written or stats.failed > 0)


def _report_all(arguments: argparse.Namespace, stats: StatsRun) -> bool:
    """Print or write the reports; return whether all could be written."""
    summary = summarize(stats.counts())
    files: list[tuple[str, str]] = []
    format_, path = arguments.report
    if arguments.html is not None:
        from corpusfmt.stats.page import render_page

        files.append((arguments.html, render_page(summary, stats.details, __version__)))
    if path is not None:
        files.append((path, _render(arguments, format_, summary, colour=False)))
    written = [write_report(name, [text]) for name, text in files]
    if path is None:
        is_terminal = sys.stdout is not None and sys.stdout.isatty()
        colour = console.wants_colour(is_terminal=is_terminal)
        console.put(_render(arguments, format_, summary, colour=colour))
    return all(written)


def _render(arguments: argparse.Namespace, format_: str, summary: Summary, *, colour: bool) -> str:
    if format_ == "json":
        return render_json(summary, __version__)
    return render_table(summary, top=arguments.top, colour=colour)


def _refuse_files(arguments: argparse.Namespace, chosen: Selection) -> None:
    """Raise ArgumentsError for a report that cannot be written, or would replace an article."""
    named = {"--report": arguments.report[1], "--html": arguments.html}
    given = {option: path for option, path in named.items() if path is not None}
    real = [*map(os.path.realpath, given.values())]
    if len(set(real)) < len(real):
        raise ArgumentsError("--report and --html name the same file; expected two files")
    articles = set(map(os.path.realpath, chosen.files)) if given else set()
    for option, path in given.items():
        folder = os.path.dirname(path)
        if folder and not os.path.isdir(folder):
            raise ArgumentsError(f"{option}: the folder of {quoted(path)} does not exist")
        if os.path.isdir(path):
            raise ArgumentsError(f"{option}: {quoted(path)} is a folder; expected a file name")
        if os.path.realpath(path) in articles:
            message = f"{option}: {quoted(path)} is one of the files to count"
            raise ArgumentsError(f"{message}; expected another file")


def _report(text: str) -> tuple[str, str | None]:
    name, equals, path = text.partition("=")
    if name not in _REPORTS:
        expected = " or ".join(_REPORTS)
        raise ArgumentsError(f"unknown format {quoted(name)} for --report; expected {expected}")
    if equals and not path:
        raise ArgumentsError(
            f"--report {name}= has no file name; expected {name}=FILE, or {name} alone"
        )
    return name, None if path in ("", "-") else path


def _top(text: str) -> int:
    number = options.positive_number(text)
    if number is None:
        raise ArgumentsError(f"--top is {quoted(text)}; expected a number of rows, 1 or more")
    return number
