"""The rules of the level bytes."""
