"""What customers send. A kind of submission is one folder here; nothing else names it."""
