"""The rules of the level document."""
