"""Use cases: what a user does, over an open vault; the only layer that combines the peers."""
