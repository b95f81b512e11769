"""corpusfmt: a plain-text format for news articles, and the tools that check, repair and convert it."""

__version__ = "0.1.0"
