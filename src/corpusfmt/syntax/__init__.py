"""Text to document and back."""
