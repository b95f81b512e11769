"""The rules of the level layout."""
