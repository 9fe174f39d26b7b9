"""Mail and the links in it."""
