"""Programs that measure corpusfmt."""
