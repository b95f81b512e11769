"""Tests of bytes."""
