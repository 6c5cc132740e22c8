"""The case file: one account with everything known and done about it."""
