"""Arguments to exit code; the only package that prints."""
