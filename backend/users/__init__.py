"""Users, their sessions and their rights."""
