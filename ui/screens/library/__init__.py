"""Search of everything the imported record files hold."""
