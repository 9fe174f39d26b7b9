"""Attachments: content-addressed, uploaded in parts, one account's own."""
