"""One-time links in mail: a page that says what it is about, and a button that does it once."""
