"""The file system, git and processes; nothing of articles."""
