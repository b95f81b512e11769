"""A document against the schema."""
