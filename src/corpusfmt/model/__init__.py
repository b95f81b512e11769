"""The values everybody passes on."""
