"""Pictures of every page, state and theme: `python3 run.py shots DIR`."""
