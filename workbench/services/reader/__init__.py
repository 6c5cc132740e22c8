"""The child process that reads foreign files, and the two ends of the pipe to it."""
