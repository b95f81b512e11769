"""Tests with large programs that read what convert writes; see CONTRIBUTING.md."""
