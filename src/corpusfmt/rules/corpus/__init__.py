"""The rules of the level corpus."""
