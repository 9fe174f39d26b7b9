"""Figures, each measured beside its floor in the same run: `python3 run.py bench`."""
