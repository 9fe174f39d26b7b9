"""Keeping the mirror equal to the server: a pure engine, and a driver that does what it asks."""
