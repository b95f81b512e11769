"""Conversion between the text of an article, a document as JSON, and JSON Lines."""
