"""Errors, ids, clock, money, progress, changes: what every other package may use."""
