"""Import: a file, its columns, a dry run, and the import itself; history and undo."""
