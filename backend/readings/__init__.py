"""Readings of registers."""
