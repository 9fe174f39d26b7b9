"""What belongs to everybody: the utility's profile."""
