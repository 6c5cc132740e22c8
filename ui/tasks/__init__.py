"""Work off the GUI thread: the vault thread and long jobs."""
