"""The results of files between runs: one SQLite file for each corpus."""
