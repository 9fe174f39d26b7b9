"""Notices that the utility publishes, to everybody or to one contract."""
