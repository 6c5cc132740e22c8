"""Frozen values that pass between layers and threads; imports base only."""
