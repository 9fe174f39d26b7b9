"""Customers, contracts, supply points, meters and registers."""
