"""Tests of the documents and the sample corpus."""
