"""Parts of "Mi cuenta"."""
