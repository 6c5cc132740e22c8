"""Facts to tables; pure."""
