"""Parts of Avisos."""
