"""What a corpus keeps between runs."""
