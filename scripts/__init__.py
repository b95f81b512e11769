"""Scripts that write what is derived, run as modules: ``python -m scripts.NAME``."""
