"""Settings: looks, locking, keys, safety; applied at once."""
