"""The only door to SQLAlchemy and SQLCipher: one encrypted case file per account, a catalog, a library."""
