"""Tests of project.quarantine."""
