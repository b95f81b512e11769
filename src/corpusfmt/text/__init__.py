"""Characters and spans; nothing of articles."""
