"""The folder for files with findings, and the way back from it."""
