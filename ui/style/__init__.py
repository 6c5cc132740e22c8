"""Colours, sizes, fonts and icons as data, and the one theme that applies them."""
