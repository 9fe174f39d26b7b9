"""Payments through a bank, on both engines."""
