"""A bank for demonstrations and tests, with a page of its own and every bad habit of banks."""
