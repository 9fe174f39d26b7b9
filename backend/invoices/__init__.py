"""Invoices with their lines, and what was paid."""
