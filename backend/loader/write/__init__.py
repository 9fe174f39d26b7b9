"""Typed rows into the database: one module per table of the loader."""
