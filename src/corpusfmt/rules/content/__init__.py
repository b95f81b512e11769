"""The rules of the level content."""
