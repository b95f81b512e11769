"""The quarantine: a folder for files with findings, so that the rest of a corpus passes, and the way back from it."""
