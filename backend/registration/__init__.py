"""Becoming a user of the office, and proving which contracts are one's own."""
