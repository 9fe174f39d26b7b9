"""SQLite in, domain out. The only package that knows SQL."""
