"""From what is read to documents, and from documents to what is written: text, JSON and JSON Lines."""
