"""Match review: one lead at a time, explained, decided by one key."""
