"""The few windows of their own."""
