"""Arithmetic of paying: allocation, balances by part; pure."""
