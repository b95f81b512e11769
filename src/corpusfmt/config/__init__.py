"""Settings file to settings to policy."""
