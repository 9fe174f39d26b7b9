"""Attachments, on both engines."""
