"""What `run.py` starts once the environment stands: the demo, the checks, pictures, a diagnosis."""
