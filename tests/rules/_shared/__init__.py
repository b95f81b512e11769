"""Tests of _shared."""
