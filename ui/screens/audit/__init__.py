"""Audit: the vault's own chain of entries, and whether it is whole."""
