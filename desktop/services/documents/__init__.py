"""Documents: the utility's own, shown byte for byte, and the files that a person takes away."""
