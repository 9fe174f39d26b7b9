"""Registration, passwords, linked contracts."""
