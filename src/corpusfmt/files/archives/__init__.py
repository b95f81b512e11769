"""Archives, read member by member; nothing of them is written to disk."""
