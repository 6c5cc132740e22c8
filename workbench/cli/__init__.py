"""The headless commands over services."""
