"""From documents to what pipelines read, and back."""
