"""Unlocking, making and restoring a vault."""
