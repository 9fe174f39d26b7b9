"""Paying through a bank: attempts, what the bank says of them, and what it means for the books."""
