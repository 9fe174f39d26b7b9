"""The accounts of contracts, on both engines."""
