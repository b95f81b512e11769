"""Settings as bytes that differ where articles may have other findings."""

from __future__ import annotations

from collections.abc import Collection

from corpusfmt.config.settings import Settings


def settings_fingerprint(settings: Settings, *selectors: Collection[str] | None) -> bytes:
    """Return what findings depend on: the demands on articles, and what the command line selects.

    Which files are read, and which findings fail, changes no finding.
    """
    hosts = [(host, repr(demands)) for host, demands in sorted(settings.hosts.items())]
    chosen = [None if names is None else sorted(names) for names in selectors]
    values = (repr(settings.demands), hosts, settings.per_file_ignores, settings.root, chosen)
    return repr(values).encode("utf-8", "surrogatepass")
