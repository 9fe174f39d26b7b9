"""Words and rules of the business. Standard library only."""
