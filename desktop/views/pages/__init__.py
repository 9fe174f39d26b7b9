"""One file per page; each declares its `PAGE`."""
