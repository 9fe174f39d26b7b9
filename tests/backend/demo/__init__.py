"""The invented utility: its books are right and always the same."""
