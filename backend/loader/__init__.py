"""Files of a utility in, rows of the service's database out."""
