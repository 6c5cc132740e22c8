"""The only door to SQLAlchemy and SQLCipher."""
