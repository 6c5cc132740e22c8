"""Models over ids and cached rows, shared by screens."""
