"""The loader: what it reads, refuses and writes."""
