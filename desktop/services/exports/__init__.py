"""Tables that a person takes away: Excel and CSV, written row by row.

A caller describes `tables.Table`s and calls `exporter.write`; every page's Ctrl+E does.
"""
