"""A page that shows fewer articles and findings than there are."""

from pathlib import Path

from corpusfmt import __version__
from corpusfmt.config.load import default_settings
from corpusfmt.config.policy import make_policy
from corpusfmt.files.discovery import select, texts_of
from corpusfmt.run.stats_run import StatsPlan, StatsRun
from corpusfmt.stats.details import Details
from corpusfmt.stats.page import render_page
from corpusfmt.stats.summary import summarize


def sampled_page(folder: Path | str, *, articles: int, findings: int) -> str:
    """Return the page of a folder with so many articles and findings at most."""
    settings = default_settings()
    inputs = texts_of(select([str(folder)], settings), settings)
    plan = StatsPlan(make_policy(settings), inputs, details=True)
    stats = StatsRun(plan, Details(articles, findings))
    for result in stats.measure_files():
        assert result.report.error is None
    stats.compare_files()
    stats.finish_details()
    return render_page(summarize(stats.counts()), stats.details, __version__)
