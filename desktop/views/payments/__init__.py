"""Paying: the window with the banks, what waits for one, and the list of payments."""
