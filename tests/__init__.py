"""Tests of corpusfmt."""
