"""The JSON Schema of the article document, shipped as package data."""
